package dev.beckon.host.kafka;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.host.Unavailable;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The receipts that this process has promised and not yet given.
///
/// One is given when the message and every relay that follows from it have been answered for. They
/// are answered for in order, because a relay can only be processed when what sent it is committed.
final class Promises {
  /// How long a receipt is waited for; then its message is durable, but something is wrong.
  static final Duration WAIT_MAX = Duration.ofMinutes(2);

  private final UUID process = UUID.randomUUID();
  private final int lane;
  private final LongSupplier nanoTime;
  private final AtomicLong last = new AtomicLong();
  private final ConcurrentSkipListMap<Long, Promise> open = new ConcurrentSkipListMap<>();

  /// @param nanoTime as [System#nanoTime]
  Promises(KafkaSettings settings, LongSupplier nanoTime) {
    this.lane = Math.floorMod(process.hashCode(), settings.partitions());
    this.nanoTime = nanoTime;
  }

  /// The partition of the answers that has those of this process.
  int lane() {
    return lane;
  }

  /// @param partitions how many partitions are told the message
  /// @param over run once, when the promise is kept or broken
  Promise make(int partitions, Runnable over) {
    long number = last.incrementAndGet();
    ReturnAddress address = new ReturnAddress(process, lane, number);
    Promise promise = new Promise(address, nanoTime.getAsLong(), partitions, over);
    open.put(number, promise);
    return promise;
  }

  /// Only one thread at a time brings answers.
  void take(Answer answer) {
    Promise promise = answer.process().equals(process) ? open.get(answer.number()) : null;
    if (promise != null && promise.isKeptWith(answer) && remove(promise)) {
      promise.receipt.complete(new Receipt(promise.person));
    }
  }

  void breakOne(Promise promise, Throwable why) {
    if (remove(promise)) {
      promise.receipt.completeExceptionally(why);
    }
  }

  void breakAll(Throwable why) {
    open.values().forEach(promise -> breakOne(promise, why));
  }

  private boolean remove(Promise promise) {
    boolean removed = open.remove(promise.address.number(), promise);
    if (removed) {
      promise.over.run();
    }
    return removed;
  }

  /// Breaks those that are too old.
  void expire() {
    long now = nanoTime.getAsLong();
    for (Map.Entry<Long, Promise> oldest = open.firstEntry();
        oldest != null && now - oldest.getValue().since > WAIT_MAX.toNanos();
        oldest = open.firstEntry()) {
      breakOne(oldest.getValue(), late());
    }
  }

  private static Unavailable late() {
    return new Unavailable(
        "Expected a message to be processed within %d s, but it was not; it is durable and will be. Look whether all partitions have a process."
            .formatted(WAIT_MAX.toSeconds()));
  }

  /// Waits until there is none, but not for ever.
  void await(Duration longest) {
    try {
      CompletableFuture.allOf(
              open.values().stream()
                  .map(promise -> promise.receipt)
                  .toArray(CompletableFuture<?>[]::new))
          .get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException _) {
      // Whoever waits for those is told so.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// One receipt that somebody waits for.
  static final class Promise {
    private final ReturnAddress address;
    private final long since;
    private final Runnable over;
    private final CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    private int unanswered;
    private @Nullable PersonKey person;

    private Promise(ReturnAddress address, long since, int partitions, Runnable over) {
      this.address = address;
      this.since = since;
      this.unanswered = partitions;
      this.over = over;
    }

    ReturnAddress address() {
      return address;
    }

    CompletableFuture<Receipt> receipt() {
      return receipt;
    }

    private boolean isKeptWith(Answer answer) {
      if (person == null) {
        person = answer.person();
      }
      unanswered += answer.relays() - 1;
      return unanswered == 0;
    }
  }
}
