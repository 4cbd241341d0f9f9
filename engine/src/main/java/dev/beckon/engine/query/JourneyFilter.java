package dev.beckon.engine.query;

import org.jspecify.annotations.Nullable;

/// Which journeys are asked for.
///
/// @param state null for all
/// @param step id of the step on which it stands or stood at its end; null for all
public record JourneyFilter(@Nullable State state, @Nullable String step) {
  public static final JourneyFilter ALL = new JourneyFilter(null, null);

  public enum State {
    /// Active, halted, or held at the entry filter.
    UNDER_WAY,
    HALTED,
    /// Came to the end of the steps.
    FINISHED,
    /// Over for another reason.
    EXITED
  }
}
