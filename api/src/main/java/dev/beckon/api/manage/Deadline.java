package dev.beckon.api.manage;

import dev.beckon.engine.query.Budget;
import java.time.Duration;

/// A budget of wall-clock time, for scans that somebody waits for.
public final class Deadline implements Budget {
  private final long endNanos;

  private Deadline(long endNanos) {
    this.endNanos = endNanos;
  }

  public static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  @Override
  public boolean spent() {
    return System.nanoTime() - endNanos > 0;
  }
}
