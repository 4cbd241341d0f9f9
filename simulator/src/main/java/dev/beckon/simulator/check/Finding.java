package dev.beckon.simulator.check;

/// A broken promise.
///
/// @param checker its name
/// @param at when it was noticed (epoch ms of the simulated clock)
public record Finding(String checker, long at, String problem) {
  @Override
  public String toString() {
    return checker + ": " + problem;
  }
}
