package dev.beckon.api.app;

import java.time.Instant;

/// Times as the App API writes them: Unix seconds.
final class AppTime {
  private static final long MS = 1_000;

  private AppTime() {}

  static long seconds(long epochMs) {
    return Math.floorDiv(epochMs, MS);
  }

  static long seconds(Instant time) {
    return time.getEpochSecond();
  }

  /// `<id>:<updated>`, which most resources carry.
  static String deduplicateId(Object id, long seconds) {
    return id + ":" + seconds;
  }
}
