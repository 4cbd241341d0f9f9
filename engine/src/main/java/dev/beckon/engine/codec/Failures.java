package dev.beckon.engine.codec;

/// Which activities tell of something that went wrong or was refused, by the words in their types.
public final class Failures {
  private static final String[] WORDS = {
    "failed", "bounced", "dropped", "undeliverable", "suppressed", "spammed", "quarantined"
  };

  private Failures() {}

  public static boolean isFailure(String type) {
    for (String word : WORDS) {
      if (type.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
