package dev.beckon.host.kafka;

import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// One partition's rows in the hands of its task.
///
/// Streams commits rows, relays and effects in one transaction. So relays are not kept as rows:
/// they are in the topic if and only if the batch is. And every change of OUTBOX is told, because
/// the effects topic is that table, for whoever delivers.
final class StreamsStore implements Store {
  private final KeyValueStore<Bytes, byte[]> rows;
  private final StreamsRows reads;
  private final OutboxListener outbox;

  /// Is told every change of OUTBOX as it is made.
  @FunctionalInterface
  interface OutboxListener {
    /// @param row null when it is deleted
    void changed(byte[] key, byte @Nullable [] row);
  }

  StreamsStore(KeyValueStore<Bytes, byte[]> rows, OutboxListener outbox) {
    this.rows = rows;
    this.reads = new StreamsRows(rows);
    this.outbox = outbox;
  }

  @Override
  public byte @Nullable [] get(Table table, byte[] key) {
    return reads.get(table, key);
  }

  @Override
  public void scan(Table table, byte[] from, byte @Nullable [] to, Visitor visitor) {
    reads.scan(table, from, to, visitor);
  }

  @Override
  public void scanBack(Table table, byte[] from, byte @Nullable [] to, Visitor visitor) {
    reads.scanBack(table, from, to, visitor);
  }

  @Override
  public void put(Table table, byte[] key, byte[] value) {
    if (table == Table.RELAY) {
      return;
    }
    rows.put(Key.of(table, key), value);
    if (table == Table.OUTBOX) {
      outbox.changed(key, value);
    }
  }

  @Override
  public void delete(Table table, byte[] key) {
    byte[] before = rows.delete(Key.of(table, key));
    if (table == Table.OUTBOX && before != null) {
      outbox.changed(key, null);
    }
  }

  @Override
  public void deleteRange(Table table, byte[] from, byte[] to) {
    keys(table, from, to).forEach(key -> delete(table, key));
  }

  Standing standing() {
    return reads.standing();
  }

  void put(Standing standing) {
    rows.put(Key.HOST, standing.toBytes());
  }

  private List<byte[]> keys(Table table, byte[] from, byte[] to) {
    List<byte[]> keys = new ArrayList<>();
    reads.scan(
        table,
        from,
        to,
        (key, _) -> {
          keys.add(key);
          return true;
        });
    return keys;
  }
}
