package dev.beckon.engine.host.memory;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.host.Receipt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What an accepted message still waits for: itself, and everything that it made partitions say.
final class Ticket {
  private final CompletableFuture<Receipt> receipt = new CompletableFuture<>();
  private int open;
  private @Nullable PersonKey person;

  CompletableFuture<Receipt> receipt() {
    return receipt;
  }

  void open() {
    open++;
  }

  void close(@Nullable PersonKey concerned) {
    if (person == null) {
      person = concerned;
    }
    if (--open == 0) {
      receipt.complete(new Receipt(person));
    }
  }
}
