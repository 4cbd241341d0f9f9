package dev.beckon.core.segment;

/// Hears what an evaluation looked at.
@FunctionalInterface
public interface Evidence {

  Evidence IGNORED = (_, _, _) -> {};

  /// @param asked a leaf of the condition
  /// @param found what was there, in words
  void looked(Condition asked, String found, boolean truth);
}
