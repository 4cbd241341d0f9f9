package dev.beckon.engine;

import dev.beckon.engine.codec.Ahead;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Store;
import java.util.List;

/// Many people on one ordered stream of messages and one ordered store.
///
/// One thread at a time. Whoever runs a partition processes a batch of messages, calls [#finish]
/// once, and commits everything that was written as one atomic batch; only then the outputs of the
/// batch are valid. If a batch cannot be committed, the partition is thrown away and opened anew.
public final class Partition {

  /// Opens a partition: reads its cursors and the definitions in force.
  ///
  /// @param index 0-based, below `partitions`
  public Partition(int index, int partitions, Rows rows) {}

  public int index() {
    return Ahead.ofTime(Integer.class);
  }

  /// Takes in one message and writes what follows from it.
  public Outputs process(Store store, Message message) {
    return Ahead.ofTime(Outputs.class);
  }

  /// Writes what was gathered in memory over the batch (cursors and tallies); to be called once
  /// before each commit, after the last message of the batch.
  public void finish(Store store) {}

  /// When a tick is worth while: at the latest the due time of the earliest timer (epoch ms), 0
  /// while a sweep is under way, `Long.MAX_VALUE` when nothing is waiting.
  public long nextDue() {
    return Ahead.ofTime(Long.class);
  }

  /// Forgets the relays to a destination up to a sequence, because they are durable there.
  public void relayArrived(Store store, int destination, long sequence) {}

  /// Every delivery whose end has not been reported, to be dispatched again after a restart.
  public static List<Outputs.Pending> pendingDeliveries(Rows rows, int partition) {
    @SuppressWarnings("unchecked")
    List<Outputs.Pending> later = (List<Outputs.Pending>) Ahead.ofTime(List.class);
    return later;
  }

  /// Every relay that may not have arrived, in order for each destination.
  public static List<Outputs.Relay> unsentRelays(Rows rows, int partition) {
    @SuppressWarnings("unchecked")
    List<Outputs.Relay> later = (List<Outputs.Relay>) Ahead.ofTime(List.class);
    return later;
  }
}
