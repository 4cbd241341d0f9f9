package dev.beckon.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is told to move.
public final class TestClock implements InstantSource {
  public static final Instant START = Instant.parse("2026-03-14T09:26:53.589Z");
  private Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  public void passes(Duration time) {
    now = now.plus(time);
  }
}
