package dev.beckon.engine.store;

import dev.beckon.core.machine.Fact;

/// Which counters: those of one subject in one hour, or for life; they share a row.
///
/// @param subject code of what it is about, see [#subjectCode]
/// @param hour since the epoch (UTC), or [#LIFE] for everything ever counted
public record TallyGroup(int workspace, byte subject, int id, int hour) {
  public static final int LIFE = -1;
  private static final long HOUR_MS = 3_600_000;

  /// The bytes are part of stored keys and never change.
  public static byte subjectCode(Fact.Subject subject) {
    return switch (subject) {
      case CAMPAIGN -> 1;
      case SEGMENT -> 2;
      case WORKSPACE -> 3;
    };
  }

  public static int hourOf(long at) {
    return (int) Math.floorDiv(at, HOUR_MS);
  }

  public TallyGroup life() {
    return new TallyGroup(workspace, subject, id, LIFE);
  }
}
