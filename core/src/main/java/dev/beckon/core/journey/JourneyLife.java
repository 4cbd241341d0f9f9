package dev.beckon.core.journey;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// The life of a journey as a table: which stages there are, and which moves are legal.
///
/// Drawn in docs/life-cycles.md by a test that also fails on a move that no scenario takes.
public final class JourneyLife {

  /// Where a journey is in its life, or how it ended.
  public enum Stage {
    FILTERING,
    ACTIVE,
    HALTED,
    FINISHED,
    EXITED,
    GOAL_MET,
    NEVER_ACTIVATED,
    CAMPAIGN_STOPPED,
    ENDED_BY_MEMBER,
    PERSON_DELETED
  }

  private static final Map<Stage, Set<Stage>> MOVES = new EnumMap<>(Stage.class);

  static {
    MOVES.put(
        Stage.FILTERING,
        EnumSet.of(
            Stage.ACTIVE,
            Stage.NEVER_ACTIVATED,
            Stage.CAMPAIGN_STOPPED,
            Stage.ENDED_BY_MEMBER,
            Stage.PERSON_DELETED));
    MOVES.put(
        Stage.ACTIVE,
        EnumSet.of(
            Stage.HALTED,
            Stage.FINISHED,
            Stage.EXITED,
            Stage.GOAL_MET,
            Stage.CAMPAIGN_STOPPED,
            Stage.ENDED_BY_MEMBER,
            Stage.PERSON_DELETED));
    MOVES.put(
        Stage.HALTED,
        EnumSet.of(
            Stage.ACTIVE,
            Stage.GOAL_MET,
            Stage.CAMPAIGN_STOPPED,
            Stage.ENDED_BY_MEMBER,
            Stage.PERSON_DELETED));
  }

  private JourneyLife() {}

  public static Set<Stage> movesFrom(Stage stage) {
    return MOVES.getOrDefault(stage, EnumSet.noneOf(Stage.class));
  }

  public static Stage stage(Journey.State state) {
    return switch (state) {
      case FILTERING -> Stage.FILTERING;
      case ACTIVE -> Stage.ACTIVE;
      case HALTED -> Stage.HALTED;
    };
  }

  public static Stage stage(Ending ending) {
    return switch (ending) {
      case FINISHED -> Stage.FINISHED;
      case EXITED -> Stage.EXITED;
      case GOAL_MET -> Stage.GOAL_MET;
      case NEVER_ACTIVATED -> Stage.NEVER_ACTIVATED;
      case CAMPAIGN_STOPPED -> Stage.CAMPAIGN_STOPPED;
      case ENDED_BY_MEMBER -> Stage.ENDED_BY_MEMBER;
      case PERSON_DELETED -> Stage.PERSON_DELETED;
    };
  }

  /// Refuses a move that is not in the table.
  ///
  /// @throws IllegalStateException for a move that nobody may make
  public static void check(Stage from, Stage to) {
    if (!movesFrom(from).contains(to)) {
      throw new IllegalStateException(
          "Expected one of " + movesFrom(from) + " after " + from + ", but got " + to + ".");
    }
  }
}
