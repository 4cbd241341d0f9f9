package dev.beckon.host.kafka;

import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/// Reads one partition's rows from its Streams store.
final class StreamsRows implements Rows {
  private final ReadOnlyKeyValueStore<Bytes, byte[]> rows;

  StreamsRows(ReadOnlyKeyValueStore<Bytes, byte[]> rows) {
    this.rows = rows;
  }

  @Override
  public byte @Nullable [] get(Table table, byte[] key) {
    return rows.get(Key.of(table, key));
  }

  @Override
  public void scan(Table table, byte[] from, byte @Nullable [] to, Visitor visitor) {
    Bytes first = Key.of(table, from);
    Bytes end = endOf(table, to);
    if (first.compareTo(end) < 0) {
      try (KeyValueIterator<Bytes, byte[]> found = rows.range(first, end)) {
        visit(found, end, visitor);
      }
    }
  }

  @Override
  public void scanBack(Table table, byte[] from, byte @Nullable [] to, Visitor visitor) {
    Bytes first = Key.of(table, from);
    Bytes end = endOf(table, to);
    if (first.compareTo(end) < 0) {
      try (KeyValueIterator<Bytes, byte[]> found = rows.reverseRange(first, end)) {
        visit(found, end, visitor);
      }
    }
  }

  Standing standing() {
    return Standing.read(rows.get(Key.HOST));
  }

  private static Bytes endOf(Table table, byte @Nullable [] to) {
    return to == null ? Key.behind(table) : Key.of(table, to);
  }

  /// Streams counts the end in, the engine does not.
  private static void visit(KeyValueIterator<Bytes, byte[]> found, Bytes end, Visitor visitor) {
    boolean more = true;
    while (more && found.hasNext()) {
      KeyValue<Bytes, byte[]> row = found.next();
      more = row.key.equals(end) || visitor.row(Key.own(row.key), row.value);
    }
  }
}
