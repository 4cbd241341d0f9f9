package dev.beckon.core.journey;

import dev.beckon.core.event.Event;
import org.jspecify.annotations.Nullable;

/// One person's run through one campaign: where it stands and when it arrived there.
///
/// When it is due is never stored: that follows from the live definition, so that editing a delay
/// re-times everybody who waits in it (spec: journeys.md, 3.8).
///
/// @param number the person's own number for it
/// @param state whether it is still held at the entry filter
/// @param step id of the step it stands on; empty before the first
/// @param startedAt when the trigger was processed (epoch ms)
/// @param entryAt the time that "since entry" means: the trigger's own time (epoch ms)
/// @param arrivedAt when it came to `step` (epoch ms)
/// @param trigger the event that started it; null for a segment trigger
public record Journey(
    long number,
    int campaign,
    State state,
    String step,
    long startedAt,
    long entryAt,
    long arrivedAt,
    @Nullable Event trigger) {

  /// Where a journey is in its life; ended journeys are no longer held by the person.
  public enum State {
    /// The trigger fired, but the entry filter does not match yet.
    FILTERING,
    ACTIVE,
    /// It cannot go on until somebody resumes it; the trace says why.
    HALTED
  }

  public Journey arriveAt(String nextStep, long at) {
    return new Journey(number, campaign, State.ACTIVE, nextStep, startedAt, entryAt, at, trigger);
  }

  /// The journey in its next state.
  ///
  /// @throws IllegalStateException for a move that is not in [JourneyLife]
  public Journey in(State next) {
    JourneyLife.check(JourneyLife.stage(state), JourneyLife.stage(next));
    return new Journey(number, campaign, next, step, startedAt, entryAt, arrivedAt, trigger);
  }
}
