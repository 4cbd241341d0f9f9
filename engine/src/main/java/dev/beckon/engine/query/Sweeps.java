package dev.beckon.engine.query;

import dev.beckon.engine.codec.Ahead;

/// How far bringing everybody up to date with the latest definitions has come.
public final class Sweeps {

  public Sweeps(Queries queries) {}

  public Progress progress(int workspace) {
    return Ahead.ofTime(Progress.class);
  }

  /// @param version of the definitions in force everywhere; 0 before the first publication
  /// @param scanned people who have been looked at since it was published
  /// @param people who were there when it was published
  public record Progress(long version, long scanned, long people, boolean complete) {
    /// From 0 to 1.
    public double share() {
      return complete || people == 0 ? 1 : Math.min(1, (double) scanned / people);
    }
  }
}
