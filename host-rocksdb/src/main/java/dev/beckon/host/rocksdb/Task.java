package dev.beckon.host.rocksdb;

import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import org.jspecify.annotations.Nullable;

/// A message on its way to a partition.
///
/// @param ticket what it counts towards, or null where nobody waits for it
record Task(int partition, Message message, @Nullable Ticket ticket) {

  /// The task of delivering a relay of the partition `source`.
  static Task of(int source, Outputs.Relay relay, @Nullable Ticket ticket) {
    return new Task(
        relay.destination(),
        new Message.Relayed(source, relay.sequence(), relay.message()),
        ticket);
  }

  void fail(Throwable cause) {
    if (ticket != null) {
      ticket.fail(cause);
    }
  }
}
