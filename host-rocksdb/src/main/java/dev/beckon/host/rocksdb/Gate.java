package dev.beckon.host.rocksdb;

import dev.beckon.engine.host.Overloaded;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The bound on what one writer has taken in and not acknowledged, with the pace at which it gets
/// through.
final class Gate {
  private static final int RETRY_SECONDS_MAX = 60;

  /// How much the last second or so weighs in the pace.
  private static final double NEWS = 0.2;

  private static final long PACE_NS = TimeUnit.MILLISECONDS.toNanos(100);

  private final int most;
  private final AtomicInteger inside = new AtomicInteger();
  private volatile double perSecond;
  private long countedSince = System.nanoTime();
  private long counted;

  Gate(int most) {
    this.most = most;
  }

  /// @throws Overloaded if the writer has as much as it may
  void enter() {
    if (inside.incrementAndGet() > most) {
      inside.decrementAndGet();
      throw new Overloaded(retryAfterSeconds());
    }
  }

  void leave() {
    inside.decrementAndGet();
  }

  int inside() {
    return inside.get();
  }

  /// Notes that the writer got through some messages; only the writer calls this.
  void passed(int messages) {
    counted += messages;
    long now = System.nanoTime();
    long took = now - countedSince;
    if (took >= PACE_NS) {
      double pace = counted * (double) TimeUnit.SECONDS.toNanos(1) / took;
      perSecond = perSecond == 0 ? pace : perSecond + NEWS * (pace - perSecond);
      countedSince = now;
      counted = 0;
    }
  }

  private int retryAfterSeconds() {
    double pace = perSecond;
    double seconds = pace > 0 ? Math.ceil(most / pace) : 1;
    return (int) Math.clamp(seconds, 1, RETRY_SECONDS_MAX);
  }
}
