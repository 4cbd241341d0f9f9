package dev.beckon.host.rocksdb;

import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.Snapshot;

/// Reads one partition's rows: as of a snapshot, or as the writer's own batch sees them.
final class RocksRows implements Rows {
  private final Database database;
  private final int partition;
  private final Batch batch;
  private final @Nullable Snapshot snapshot;

  private RocksRows(Database database, int partition, Batch batch, @Nullable Snapshot snapshot) {
    this.database = database;
    this.partition = partition;
    this.batch = batch;
    this.snapshot = snapshot;
  }

  /// What is committed now and later, under what the batch has written.
  static RocksRows under(Batch batch, Database database, int partition) {
    return new RocksRows(database, partition, batch, null);
  }

  /// What was committed when the snapshot was taken.
  static RocksRows at(Snapshot snapshot, Database database, int partition) {
    return new RocksRows(database, partition, new Batch(), snapshot);
  }

  @Override
  public byte @Nullable [] get(Table table, byte[] key) {
    Family family = Family.of(table);
    Key whole = Key.of(partition, table, key);
    byte[] written = batch.of(family).find(whole);
    if (written != null) {
      return Overlay.isGone(written) ? null : written;
    }
    return database.get(family, whole.bytes(), snapshot);
  }

  @Override
  public void scan(Table table, byte[] from, byte @Nullable [] to, Visitor visitor) {
    run(Direction.FORTH, table, from, to, visitor);
  }

  @Override
  public void scanBack(Table table, byte[] from, byte @Nullable [] to, Visitor visitor) {
    run(Direction.BACK, table, from, to, visitor);
  }

  private void run(
      Direction direction, Table table, byte[] from, byte @Nullable [] to, Visitor visitor) {
    Key first = Key.of(partition, table, from);
    Key end = to == null ? Key.behind(partition, table) : Key.of(partition, table, to);
    if (first.compareTo(end) >= 0) {
      return;
    }
    Family family = Family.of(table);
    try (Slice lower = new Slice(first.bytes());
        Slice upper = new Slice(end.bytes());
        ReadOptions options = new ReadOptions()) {
      options.setIterateLowerBound(lower).setIterateUpperBound(upper);
      if (snapshot != null) {
        options.setSnapshot(snapshot);
      }
      try (RocksIterator stored = database.iterator(family, options)) {
        new Scan(stored, batch.of(family), direction, first, end).run(visitor);
      }
    } catch (RocksDBException failed) {
      throw Database.unreadable(failed);
    }
  }
}
