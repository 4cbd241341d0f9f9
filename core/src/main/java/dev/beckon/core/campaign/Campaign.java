package dev.beckon.core.campaign;

import dev.beckon.core.segment.Condition;
import dev.beckon.core.value.Maps;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What a marketer defined: who starts, what happens to them, and when it ends.
///
/// @param state whether it takes people in
/// @param startedEpoch catalog version in which it was last started
/// @param route the steps and the way through them
public record Campaign(
    int id,
    String name,
    State state,
    long startedEpoch,
    Entrance entrance,
    ExitRule exit,
    @Nullable Goal goal,
    Route route) {

  public enum State {
    DRAFT,
    RUNNING,
    /// Takes nobody in; whoever is under way finishes.
    STOPPED,
    /// Takes nobody in, and ends whoever is under way.
    HALTED
  }

  /// @param filter must hold besides the trigger, or null
  public record Entrance(Trigger trigger, @Nullable Condition filter, Frequency frequency) {}

  /// @param first id of the first step; empty for none
  /// @param retired ids of removed steps, with the step where people standing there go on
  public record Route(
      String first, SequencedMap<String, Step> steps, SequencedMap<String, String> retired) {
    public Route {
      steps = Maps.copy(steps);
      retired = Maps.copy(retired);
    }
  }
}
