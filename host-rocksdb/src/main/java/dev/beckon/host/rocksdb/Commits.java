package dev.beckon.host.rocksdb;

import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/// Turns one writer's batches into durable writes.
final class Commits {
  private final Database database;
  private final Disk disk;
  private final Batch batch;
  private final Writes writes = new Writes();

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
    try (WriteBatch whole = new WriteBatch(writes.toBytes())) {
      disk.commit(database, whole);
    }
    batch.clear();
    writes.clear();
  }
}
