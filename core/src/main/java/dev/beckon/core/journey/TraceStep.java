package dev.beckon.core.journey;

import java.util.List;

/// One thing a journey did, when, and on what evidence.
///
/// @param journey number of the journey
/// @param step id of the step; empty for what concerns the whole journey
/// @param action what was done: `started`, `filtered`, `entered`, `waiting`, `passed`, `branched`,
///     `sent`, `withheld`, `exited`, `finished`, …
/// @param verdict the outcome in one word where there is one: `true`, `false`, `timeout`, a reason
/// @param evidence what was looked at
/// @param next id of the step that follows; empty where the journey stays or ends
public record TraceStep(
    long journey,
    long at,
    String step,
    String action,
    String verdict,
    List<Look> evidence,
    String next) {

  public TraceStep {
    evidence = List.copyOf(evidence);
  }

  /// One fact that was looked at.
  ///
  /// @param asked the condition in words
  /// @param found what was there
  public record Look(String asked, String found, boolean truth) {}
}
