package dev.beckon.host.rocksdb;

import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import org.jspecify.annotations.Nullable;

/// One partition's rows in the hands of its writer: reads see what the batch has written.
final class RocksStore implements Store {
  private final int partition;
  private final Batch batch;
  private final RocksRows rows;

  RocksStore(Database database, int partition, Batch batch) {
    this.partition = partition;
    this.batch = batch;
    this.rows = RocksRows.under(batch, database, partition);
  }

  @Override
  public byte @Nullable [] get(Table table, byte[] key) {
    return rows.get(table, key);
  }

  @Override
  public void scan(Table table, byte[] from, byte @Nullable [] to, Visitor visitor) {
    rows.scan(table, from, to, visitor);
  }

  @Override
  public void scanBack(Table table, byte[] from, byte @Nullable [] to, Visitor visitor) {
    rows.scanBack(table, from, to, visitor);
  }

  @Override
  public void put(Table table, byte[] key, byte[] value) {
    batch.of(Family.of(table)).put(Key.of(partition, table, key), value);
  }

  @Override
  public void delete(Table table, byte[] key) {
    batch.of(Family.of(table)).delete(Key.of(partition, table, key));
  }

  @Override
  public void deleteRange(Table table, byte[] from, byte[] to) {
    batch.of(Family.of(table)).erase(Key.of(partition, table, from), Key.of(partition, table, to));
  }
}
