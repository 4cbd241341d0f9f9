package dev.beckon.host.rocksdb;

import dev.beckon.engine.Partition;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.message.Stamp;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// A partition in the care of its writer: what waits for it, its rows, and what of its relays has
/// arrived.
final class Seat {
  private final Partition partition;
  private final RocksStore store;
  private final Queue<Task> waiting = new ConcurrentLinkedQueue<>();
  private final Map<Integer, Long> arrived = new ConcurrentHashMap<>();
  private long tickedAt = Long.MIN_VALUE;
  private boolean touched;

  private Seat(Partition partition, RocksStore store) {
    this.partition = partition;
    this.store = store;
  }

  static Seat open(Database database, Batch batch, int index, int partitions) {
    RocksStore store = new RocksStore(database, index, batch);
    return new Seat(new Partition(index, partitions, store), store);
  }

  int index() {
    return partition.index();
  }

  /// Brings work; any thread may do so.
  void add(Task task) {
    waiting.add(task);
  }

  /// The next task in the order in which they came, or null.
  @Nullable Task next() {
    return waiting.poll();
  }

  boolean isIdle() {
    return waiting.isEmpty();
  }

  /// Processes a message at its own time, or at the latest the partition has seen if that is later.
  Outputs process(Message message) {
    touched = true;
    long latest = partition.at();
    return partition.process(
        store, Stamp.of(message) < latest ? Stamp.at(latest, message) : message);
  }

  /// When the partition wants a tick (epoch ms); one that has just had its tick waits a moment.
  long nextDue() {
    return Math.max(partition.nextDue(), tickedAt + 1);
  }

  Outputs tick(long now) {
    Outputs outputs = process(new Message.Tick(now));
    tickedAt = outputs.more() ? Long.MIN_VALUE : now;
    return outputs;
  }

  /// Notes that a relay from this partition is durable at its destination; any thread may do so.
  void noteArrived(int destination, long sequence) {
    arrived.merge(destination, sequence, Math::max);
  }

  void forgetArrived() {
    arrived.forEach(
        (destination, sequence) -> {
          touched = true;
          partition.relayArrived(store, destination, sequence);
          arrived.remove(destination, sequence);
        });
  }

  /// Writes what the partition has gathered over the batch.
  void finish() {
    if (touched) {
      touched = false;
      partition.finish(store);
    }
  }
}
