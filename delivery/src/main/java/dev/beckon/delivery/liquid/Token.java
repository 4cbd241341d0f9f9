package dev.beckon.delivery.liquid;

/// A stretch of a template: text, `{{ output }}` or `{% tag %}`, as offsets into its source.
sealed interface Token {

  /// Text to copy, with the whitespace already cut that a neighbouring dash asks to cut.
  record Text(int from, int to) implements Token {}

  /// Text between `{% raw %}` and `{% endraw %}`, copied as it is.
  record Raw(int from, int to) implements Token {}

  /// What is between `{{` and `}}`; the first brace is at `at`.
  record Print(int at, int from, int to) implements Token {}

  /// A tag by name, with the markup behind the name.
  record Tag(String name, int at, int from, int to) implements Token {}
}
