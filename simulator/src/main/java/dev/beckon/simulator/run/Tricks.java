package dev.beckon.simulator.run;

import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.store.Store;
import java.util.function.Consumer;

/// A bug that is planted on purpose between the engine and what it relies on.
public interface Tricks {
  Tricks NONE = new Tricks() {};

  /// The store that a partition is given for its own.
  default Store store(int partition, Store own) {
    return own;
  }

  /// Who hears of deliveries.
  default Consumer<Outputs.Pending> deliveries(Consumer<Outputs.Pending> listener) {
    return listener;
  }

  /// Whether the host says that messages are durable before they are.
  default boolean acknowledgesTooEarly() {
    return false;
  }
}
