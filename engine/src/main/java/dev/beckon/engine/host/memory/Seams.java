package dev.beckon.engine.host.memory;

import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.store.Store;

/// Where a simulation looks on, and plays tricks on what a partition relies on.
public interface Seams {
  Seams NONE = new Seams() {};

  /// The store that a partition is given for its own.
  default Store store(int partition, Store own) {
    return own;
  }

  /// A partition has processed a message, and that is durable.
  default void durable(int partition, Message message, Outputs outputs) {}
}
