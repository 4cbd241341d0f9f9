package dev.beckon.bench;

import dev.beckon.core.delivery.Metric;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.engine.host.Host;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps a host busy from one thread and counts what it has acknowledged; reports every message as
/// sent.
final class Feeder {
  /// How much is under way at most: enough for every writer to fill its batches.
  private static final int WINDOW = 6_000;

  private static final long PAUSE_NS = 50_000;

  private final Host host;
  private final AtomicLong events = new AtomicLong();
  private final AtomicLong reports = new AtomicLong();
  private final Queue<Outputs.Pending> unreported = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private long taken;

  Feeder(Host host) {
    this(host, _ -> {});
  }

  /// @param deliveries is shown each message as it is handed over
  Feeder(Host host, Consumer<Outputs.Pending> deliveries) {
    this.host = host;
    host.start(
        delivery -> {
          deliveries.accept(delivery);
          unreported.add(delivery);
        });
  }

  /// Messages of campaigns that were reported as sent.
  long reports() {
    return reports.get();
  }

  /// Sends in as fast as it is taken, for a time.
  ///
  /// @return acknowledged per second, reports not counted
  double feed(Supplier<Message> messages, long nanos) {
    long before = events.get();
    long began = System.nanoTime();
    while (System.nanoTime() - began < nanos) {
      send(messages.get());
      report();
    }
    return (events.get() - before) * 1e9 / (System.nanoTime() - began);
  }

  void send(Message message) {
    send(message, events);
  }

  private void send(Message message, AtomicLong counter) {
    awaitUnderWay(WINDOW);
    taken++;
    var _ =
        host.intake()
            .accept(message)
            .whenComplete(
                (_, failed) -> {
                  counter.incrementAndGet();
                  if (failed != null) {
                    failure.compareAndSet(null, failed);
                  }
                });
  }

  /// Waits until everything is acknowledged.
  void drain() {
    do {
      report();
      awaitUnderWay(1);
    } while (!unreported.isEmpty());
  }

  private void awaitUnderWay(int most) {
    while (taken - events.get() - reports.get() >= most) {
      LockSupport.parkNanos(PAUSE_NS);
      Throwable failed = failure.get();
      if (failed != null) {
        throw new CompletionException(failed);
      }
    }
  }

  void report() {
    for (Outputs.Pending next = unreported.poll(); next != null; next = unreported.poll()) {
      var id = next.deliver().id();
      Input sent = new Input.Report(0, id, Metric.SENT, Value.Fields.EMPTY);
      send(new Message.ToPerson(id.person(), sent), reports);
    }
  }
}
