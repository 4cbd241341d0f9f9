package dev.beckon.simulator.run;

/// What to run: everything else follows from it.
public record Plan(long seed, int people, int days) {
  /// The line that runs it again.
  public String command() {
    return "./beckon simulate --seed " + seed + " --people " + people + " --days " + days;
  }
}
