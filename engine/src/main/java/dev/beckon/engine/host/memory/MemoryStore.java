package dev.beckon.engine.host.memory;

import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One partition's rows in sorted maps; what has not been committed can be taken back.
public final class MemoryStore implements Store {
  private final EnumMap<Table, NavigableMap<byte[], byte[]>> tables = new EnumMap<>(Table.class);
  private final Deque<Undo> undo = new ArrayDeque<>();

  public MemoryStore() {
    for (Table table : Table.values()) {
      tables.put(table, new TreeMap<>(Arrays::compareUnsigned));
    }
  }

  boolean isDirty() {
    return !undo.isEmpty();
  }

  /// Makes everything that was written durable.
  public void commit() {
    undo.clear();
  }

  void rollBack() {
    while (!undo.isEmpty()) {
      Undo last = undo.pop();
      if (last.before == null) {
        table(last.table).remove(last.key);
      } else {
        table(last.table).put(last.key, last.before);
      }
    }
  }

  /// What is there but for what has not been committed.
  MemoryStore committed() {
    if (undo.isEmpty()) {
      return this;
    }
    MemoryStore copy = new MemoryStore();
    tables.forEach((table, rows) -> copy.table(table).putAll(rows));
    copy.undo.addAll(undo);
    copy.rollBack();
    return copy;
  }

  void addTo(MessageDigest digest) {
    for (Table table : Table.values()) {
      for (Map.Entry<byte[], byte[]> row : table(table).entrySet()) {
        digest.update(table.code());
        add(digest, row.getKey());
        add(digest, row.getValue());
      }
    }
  }

  @Override
  public byte @Nullable [] get(Table table, byte[] key) {
    byte[] row = table(table).get(key);
    return row == null ? null : row.clone();
  }

  @Override
  public void scan(Table table, byte[] from, byte @Nullable [] to, Visitor visitor) {
    visit(range(table, from, to), visitor);
  }

  @Override
  public void scanBack(Table table, byte[] from, byte @Nullable [] to, Visitor visitor) {
    visit(range(table, from, to).descendingMap(), visitor);
  }

  @Override
  public void put(Table table, byte[] key, byte[] value) {
    byte[] own = key.clone();
    undo.push(new Undo(table, own, table(table).put(own, value.clone())));
  }

  @Override
  public void delete(Table table, byte[] key) {
    byte[] before = table(table).remove(key);
    if (before != null) {
      undo.push(new Undo(table, key.clone(), before));
    }
  }

  @Override
  public void deleteRange(Table table, byte[] from, byte[] to) {
    for (byte[] key : List.copyOf(range(table, from, to).keySet())) {
      delete(table, key);
    }
  }

  private NavigableMap<byte[], byte[]> table(Table table) {
    NavigableMap<byte[], byte[]> rows = tables.get(table);
    if (rows == null) {
      throw new IllegalStateException(
          "Expected a map for every table, but " + table + " has none.");
    }
    return rows;
  }

  private NavigableMap<byte[], byte[]> range(Table table, byte[] from, byte @Nullable [] to) {
    if (to == null) {
      return table(table).tailMap(from, true);
    }
    return Arrays.compareUnsigned(from, to) >= 0
        ? new TreeMap<>(Arrays::compareUnsigned)
        : table(table).subMap(from, true, to, false);
  }

  private static void visit(NavigableMap<byte[], byte[]> rows, Visitor visitor) {
    for (Map.Entry<byte[], byte[]> row : rows.entrySet()) {
      if (!visitor.row(row.getKey().clone(), row.getValue().clone())) {
        return;
      }
    }
  }

  private static void add(MessageDigest digest, byte[] bytes) {
    int length = bytes.length;
    digest.update((byte) (length >>> 24));
    digest.update((byte) (length >>> 16));
    digest.update((byte) (length >>> 8));
    digest.update((byte) length);
    digest.update(bytes);
  }

  /// How one row was before it was written.
  private static final class Undo {
    private final Table table;
    private final byte[] key;
    private final byte @Nullable [] before;

    Undo(Table table, byte[] key, byte @Nullable [] before) {
      this.table = table;
      this.key = key;
      this.before = before;
    }
  }
}
