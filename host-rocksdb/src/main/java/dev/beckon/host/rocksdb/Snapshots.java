package dev.beckon.host.rocksdb;

import dev.beckon.engine.host.Unavailable;
import dev.beckon.engine.query.Queries;
import dev.beckon.engine.store.Rows;
import java.io.IOException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.rocksdb.Snapshot;

/// Reads of what is committed, each on a snapshot of its own; keeps the store open while one runs.
final class Snapshots implements Queries, AutoCloseable {
  private final Database database;
  private final int partitions;
  private final ReadWriteLock inUse = new ReentrantReadWriteLock();
  private boolean closed;

  Snapshots(Database database, int partitions) {
    this.database = database;
    this.partitions = partitions;
  }

  @Override
  public int partitions() {
    return partitions;
  }

  @Override
  public <T> T read(int partition, Function<Rows, T> reader) {
    inUse.readLock().lock();
    try {
      expectOpen();
      Snapshot snapshot = database.snapshot();
      try {
        return reader.apply(RocksRows.at(snapshot, database, partition));
      } finally {
        database.release(snapshot);
      }
    } finally {
      inUse.readLock().unlock();
    }
  }

  /// Something to do with the store.
  @FunctionalInterface
  interface Use {
    void run() throws IOException;
  }

  void whileOpen(Use use) throws IOException {
    inUse.readLock().lock();
    try {
      expectOpen();
      use.run();
    } finally {
      inUse.readLock().unlock();
    }
  }

  /// Waits for reads under way and refuses later ones.
  @Override
  public void close() {
    inUse.writeLock().lock();
    try {
      closed = true;
    } finally {
      inUse.writeLock().unlock();
    }
  }

  private void expectOpen() {
    if (closed) {
      throw new Unavailable("Expected a running engine, but it is closed.");
    }
  }
}
