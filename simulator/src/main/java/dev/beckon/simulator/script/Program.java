package dev.beckon.simulator.script;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A campaign.
///
/// @param started version in which it was last started
/// @param retired ids of removed steps with the step that follows
public record Program(
    int id,
    State state,
    long started,
    Entrance entrance,
    Leaving leaving,
    @Nullable Aim aim,
    List<Move> moves,
    SequencedMap<String, String> retired) {

  /// What an author can do with a whole campaign.
  public enum State {
    RUNNING,
    STOPPED,
    HALTED
  }

  /// @param period ms between starts; 0: every time, [#ONCE]: a single time
  public record Entrance(Cue cue, @Nullable Rule filter, long period, boolean overlap) {
    public static final long ONCE = Long.MAX_VALUE;
  }

  /// What starts a journey.
  public sealed interface Cue {
    record OnDeed(Rule.Deed deed) implements Cue {}

    /// @param current whether whoever is in it at the start is taken in
    record OnEntering(String group, boolean current) implements Cue {}
  }

  /// What ends a journey early.
  public record Leaving(@Nullable Rule when, boolean onLeaving, boolean onGoal, boolean atOnce) {}

  /// The goal.
  ///
  /// @param within ms after a message was sent
  public record Aim(Rule.Deed deed, long within) {}

  public String name() {
    return "Program " + id;
  }

  Program with(State nextState, long nextStarted) {
    return new Program(id, nextState, nextStarted, entrance, leaving, aim, moves, retired);
  }

  Program with(List<Move> nextMoves, SequencedMap<String, String> nextRetired) {
    return new Program(id, state, started, entrance, leaving, aim, nextMoves, nextRetired);
  }

  Program with(Entrance nextEntrance, Leaving nextLeaving) {
    return new Program(id, state, started, nextEntrance, nextLeaving, aim, moves, retired);
  }
}
