package dev.beckon.delivery.liquid;

import org.jspecify.annotations.Nullable;

/// A parsed template. Immutable: one may render on any number of threads, each render with a
/// [Scope] of its own.
public final class Template {

  /// The longest template that is parsed, in characters.
  public static final int SOURCE_CHARACTERS_MAX = 2_000_000;

  private final @Nullable String name;
  private final Dialect dialect;
  private final Lines lines;
  private final Body body;
  private final Usage usage;

  private Template(@Nullable String name, Dialect dialect, Lines lines, Body body, Usage usage) {
    this.name = name;
    this.dialect = dialect;
    this.lines = lines;
    this.body = body;
    this.usage = usage;
  }

  /// Parses a template.
  ///
  /// @throws LiquidException of kind [LiquidException.Kind#SYNTAX], with the position
  public static Template parse(String source, Dialect dialect) {
    return parse(null, source, dialect);
  }

  /// Parses a template that has a name, which its errors mention.
  ///
  /// @throws LiquidException of kind [LiquidException.Kind#SYNTAX], with the position
  public static Template parse(@Nullable String name, String source, Dialect dialect) {
    var lines = new Lines(source);
    var notes = new Notes();
    try {
      if (source.length() > SOURCE_CHARACTERS_MAX) {
        throw Fault.syntax(
            0,
            "Expected a template of at most %d characters, but it has %d. Split it into partials."
                .formatted(SOURCE_CHARACTERS_MAX, source.length()));
      }
      var body = Parser.parse(source, dialect, notes);
      return new Template(name, dialect, lines, body, notes.usage(lines));
    } catch (Fault fault) {
      throw lines.locate(fault, name);
    }
  }

  /// Renders with the values and within the limits of the input.
  ///
  /// @throws LiquidException when an attribute is missing, a value cannot be worked with, or a
  ///     limit is used up
  public String render(RenderInput input) {
    var scope = new Scope(dialect, input);
    renderInto(scope);
    return scope.output().text();
  }

  /// What the template names, in order of appearance.
  public Usage usage() {
    return usage;
  }

  void renderInto(Scope scope) {
    try {
      body.render(scope);
    } catch (Fault fault) {
      throw lines.locate(fault, name);
    }
  }
}
