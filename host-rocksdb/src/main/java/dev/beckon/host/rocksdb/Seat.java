package dev.beckon.host.rocksdb;

import dev.beckon.engine.Partition;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.message.Stamp;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A partition in the care of its writer: its rows, its time, and what of its relays has arrived.
final class Seat {
  private final Partition partition;
  private final RocksStore store;
  private final Batch batch;
  private final Map<Integer, Long> arrived = new ConcurrentHashMap<>();
  private long latest;
  private long tickedAt = Long.MIN_VALUE;
  private boolean touched;

  private Seat(Partition partition, RocksStore store, Batch batch, long latest) {
    this.partition = partition;
    this.store = store;
    this.batch = batch;
    this.latest = latest;
  }

  static Seat open(Database database, Batch batch, int index, int partitions) {
    RocksStore store = new RocksStore(database, index, batch);
    byte[] latest = database.get(Family.STATE, Key.ofHost(index).bytes(), null);
    return new Seat(
        new Partition(index, partitions, store),
        store,
        batch,
        latest == null ? Long.MIN_VALUE : ByteBuffer.wrap(latest).getLong());
  }

  int index() {
    return partition.index();
  }

  /// Processes a message at its own time, or at the latest the partition has seen if that is later.
  Outputs process(Message message) {
    touched = true;
    long at = Stamp.of(message);
    if (at < latest) {
      return partition.process(store, Stamp.at(latest, message));
    }
    latest = at;
    return partition.process(store, message);
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
      byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(latest).array();
      batch.of(Family.STATE).put(Key.ofHost(index()), time);
    }
  }
}
