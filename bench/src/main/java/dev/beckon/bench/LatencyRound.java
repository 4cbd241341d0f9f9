package dev.beckon.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/// Numbered events, with when each came and when its message went.
final class LatencyRound {
  private static final int PATIENCE_SECONDS = 60;

  private final int first;
  private final AtomicLongArray received;
  private final AtomicLongArray handedOver;
  private final CountDownLatch open;

  LatencyRound(int first, int events) {
    this.first = first;
    this.received = new AtomicLongArray(events);
    this.handedOver = new AtomicLongArray(events);
    this.open = new CountDownLatch(events);
  }

  /// Notes the present moment for an event, which is about to be sent in.
  void receive(int number) {
    received.set(number - first, System.nanoTime());
  }

  /// Notes the present moment for an event whose message goes.
  void handOver(int number) {
    if (handedOver.compareAndSet(number - first, 0, System.nanoTime())) {
      open.countDown();
    }
  }

  void await() throws InterruptedException {
    if (!open.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "Expected a message for every event, but " + open.getCount() + " are missing.");
    }
  }

  double[] sortedMillis() {
    return IntStream.range(0, received.length())
        .mapToDouble(i -> (handedOver.get(i) - received.get(i)) / 1e6)
        .sorted()
        .toArray();
  }
}
