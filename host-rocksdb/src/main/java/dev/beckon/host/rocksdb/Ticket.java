package dev.beckon.host.rocksdb;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.message.Outputs;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The promise to acknowledge a message: kept when the message and all that it made partitions tell
/// each other has been processed and is durable.
final class Ticket {
  private final AtomicInteger open;
  private final Runnable over;
  private final CompletableFuture<Receipt> receipt = new CompletableFuture<>();
  private volatile @Nullable PersonKey person;

  /// @param partitions how many partitions are told the message
  /// @param over run once, when nothing of it is under way any more
  Ticket(int partitions, Runnable over) {
    this.open = new AtomicInteger(partitions);
    this.over = over;
  }

  CompletableFuture<Receipt> receipt() {
    return receipt;
  }

  /// One message of this ticket is durable, and so are the relays that carry it on.
  void settle(Outputs outputs) {
    if (person == null && outputs.person() != null) {
      person = outputs.person();
    }
    if (open.addAndGet(outputs.relays().size() - 1) == 0) {
      over.run();
      receipt.complete(new Receipt(person));
    }
  }

  void fail(Throwable cause) {
    if (open.getAndSet(Integer.MIN_VALUE / 2) > 0) {
      over.run();
      receipt.completeExceptionally(cause);
    }
  }
}
