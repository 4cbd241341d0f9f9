package dev.beckon.core.journey;

import java.util.Locale;

/// How a journey ended; bytes are stored and never change.
public enum Ending {
  FINISHED(1),
  /// An exit condition came true, or the person left the trigger segment or the filter.
  EXITED(2),
  GOAL_MET(3),
  /// The entry filter did not match in time.
  NEVER_ACTIVATED(4),
  CAMPAIGN_STOPPED(5),
  ENDED_BY_MEMBER(6),
  PERSON_DELETED(7);

  private final int code;

  Ending(int code) {
    this.code = code;
  }

  public byte code() {
    return (byte) code;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Ending ofCode(byte code) {
    for (Ending ending : values()) {
      if (ending.code == code) {
        return ending;
      }
    }
    throw new IllegalArgumentException("Expected the code of an ending, but got " + code + ".");
  }
}
