package dev.beckon.api.app;

import java.util.Optional;

/// The number of a resource in a path.
final class PathId {
  private PathId() {}

  /// Empty for anything that cannot be a number of ours.
  static Optional<Integer> parse(String text) {
    try {
      int id = Integer.parseInt(text);
      return id > 0 ? Optional.of(id) : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
