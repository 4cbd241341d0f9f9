package dev.beckon.delivery.liquid;

import java.util.List;

/// What a template names: for warnings while it is written.
///
/// @param partials names written in the template; names that are worked out at render time are not
///     here
public record Usage(
    List<Variable> variables, List<Mention> tags, List<Mention> filters, List<Mention> partials) {

  public Usage {
    variables = List.copyOf(variables);
    tags = List.copyOf(tags);
    filters = List.copyOf(filters);
    partials = List.copyOf(partials);
  }

  /// A name and where it stands; lines and columns count from 1.
  public record Mention(String name, int line, int column) {}

  /// A path that a template looks up.
  ///
  /// @param root the first name
  /// @param path the names behind it, up to the first one that is worked out at render time
  /// @param text the path as written
  /// @param fallback whether it may be missing: it has a `default`, or a condition asks for it
  /// @param local whether the template itself gave the root its value
  public record Variable(
      String root,
      List<String> path,
      String text,
      int line,
      int column,
      boolean fallback,
      boolean local) {

    public Variable {
      path = List.copyOf(path);
    }
  }
}
