package dev.beckon.delivery;

import dev.beckon.core.delivery.Metric;
import dev.beckon.delivery.Dispatcher.Counts;
import java.util.concurrent.atomic.LongAdder;

/// Counts what the dispatcher does.
final class Tally {
  private final LongAdder sent = new LongAdder();
  private final LongAdder bounced = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder retried = new LongAdder();
  private final LongAdder uncertain = new LongAdder();

  void begin(boolean inDoubt) {
    if (inDoubt) {
      uncertain.increment();
    }
  }

  void retried() {
    retried.increment();
  }

  void ended(Metric metric) {
    switch (metric) {
      case SENT -> sent.increment();
      case BOUNCED -> bounced.increment();
      default -> failed.increment();
    }
  }

  Counts counts(long reportsRepeated, int underWay, int waiting) {
    return new Counts(
        sent.sum(),
        bounced.sum(),
        failed.sum(),
        retried.sum(),
        uncertain.sum(),
        reportsRepeated,
        underWay,
        Math.max(0, waiting));
  }
}
