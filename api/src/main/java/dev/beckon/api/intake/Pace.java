package dev.beckon.api.intake;

import dev.beckon.api.http.Refusal;
import dev.beckon.registry.key.Key;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// How fast each key may call: evenly, with as many at once as it may make in a second.
public final class Pace {
  private static final long SECOND_NANOS = 1_000_000_000;

  /// For every key how far its calls have been spent (ns of the clock).
  private final Map<Integer, AtomicLong> spent = new ConcurrentHashMap<>();

  private final int callsPerSecond;
  private final LongSupplier nanos;

  /// @param callsPerSecond 0 for no limit
  /// @param nanos a clock that only goes forward (ns)
  public Pace(int callsPerSecond, LongSupplier nanos) {
    this.callsPerSecond = callsPerSecond;
    this.nanos = nanos;
  }

  public static Pace unlimited() {
    return new Pace(0, () -> 0);
  }

  /// Counts a call; gives the workspace that the key opens.
  ///
  /// @throws Refusal if the key calls too often; says when to try again
  public int step(Key.Access access) {
    if (callsPerSecond > 0 && !isInTime(access.key())) {
      throw Refusal.later(
          Refusal.Kind.RATE_LIMITED,
          "Expected at most "
              + callsPerSecond
              + " calls a second with one key, but there are more; try again later.",
          1);
    }
    return access.workspace();
  }

  private boolean isInTime(int key) {
    long now = nanos.getAsLong();
    long each = SECOND_NANOS / callsPerSecond;
    AtomicLong until = spent.computeIfAbsent(key, _ -> new AtomicLong(now));
    while (true) {
      long before = until.get();
      long after = Math.max(before, now) + each;
      if (after - now > SECOND_NANOS) {
        return false;
      }
      if (until.compareAndSet(before, after)) {
        return true;
      }
    }
  }
}
