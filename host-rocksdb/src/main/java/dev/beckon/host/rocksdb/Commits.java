package dev.beckon.host.rocksdb;

import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/// Turns one writer's batches into durable writes.
final class Commits implements AutoCloseable {
  /// The size up to which the memory of a batch is kept for the next (bytes).
  private static final long BATCH_BYTES_KEPT = 8L << 20;

  private final Database database;
  private final Disk disk;
  private final Batch batch;
  private WriteBatch writes = new WriteBatch();

  Commits(Database database, Disk disk, Batch batch) {
    this.database = database;
    this.disk = disk;
    this.batch = batch;
  }

  /// Makes the batch durable and empties it.
  void commit() throws RocksDBException {
    if (batch.isEmpty()) {
      return;
    }
    batch.addTo(writes, database);
    disk.commit(database, writes);
    batch.clear();
    if (writes.getDataSize() > BATCH_BYTES_KEPT) {
      writes.close();
      writes = new WriteBatch();
    } else {
      writes.clear();
    }
  }

  @Override
  public void close() {
    writes.close();
  }
}
