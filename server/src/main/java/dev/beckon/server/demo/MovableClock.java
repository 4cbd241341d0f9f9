package dev.beckon.server.demo;

import java.time.Instant;
import java.time.InstantSource;

/// The system's clock, unless somebody has set it to a time of their own.
public final class MovableClock implements InstantSource {
  private static final long SYSTEM = Long.MIN_VALUE;

  private volatile long set = SYSTEM;

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public long millis() {
    long at = set;
    return at == SYSTEM ? InstantSource.system().millis() : at;
  }

  /// Stands still at a time (epoch ms).
  public void moveTo(long at) {
    set = at;
  }

  /// Runs with the system again.
  public void release() {
    set = SYSTEM;
  }
}
