package dev.beckon.delivery.render;

import java.util.List;

/// A message as it would look to somebody, with what would have stopped it.
public record Preview(Rendered rendered, List<Warning> warnings) {
  public Preview {
    warnings = List.copyOf(warnings);
  }

  /// A variable that has no value for this person, and no fallback.
  public record Warning(String variable, Part where, String detail) {}
}
