package dev.beckon.delivery;

import dev.beckon.core.delivery.DeliveryId;
import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;

/// When a message is offered again: 11 tries over about an hour, each wait twice the one before,
/// drawn out by chance so that many messages do not come back at once.
///
/// @param first the wait after the first try
/// @param longest the longest wait, without chance
/// @param seed where chance starts; the same delivery and try always wait equally long
public record Retries(int triesMax, Duration first, Duration longest, long seed) {

  /// How much chance may add to a wait (per cent).
  public static final int JITTER_PERCENT_MAX = 25;

  public static Retries standard(long seed) {
    return new Retries(11, Duration.ofSeconds(12), Duration.ofMinutes(10), seed);
  }

  /// How long to wait after a try (ms).
  ///
  /// @param tries how many there have been, from 1
  long waitAfter(int tries, DeliveryId delivery) {
    int doublings = Math.min(tries - 1, 30);
    long wait = Math.min(first.toMillis() << doublings, longest.toMillis());
    long chance = Objects.hash(seed, delivery, tries);
    long jitterMax = wait * JITTER_PERCENT_MAX / 100;
    return wait + new SplittableRandom(chance).nextLong(jitterMax + 1);
  }
}
