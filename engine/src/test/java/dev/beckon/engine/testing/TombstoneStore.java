package dev.beckon.engine.testing;

import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A store that, like a log-structured one, marks single deleted rows instead of removing them, and
/// counts every row and mark that a scan walks over.
public final class TombstoneStore implements Store {
  private final Map<Table, NavigableMap<byte[], Optional<byte[]>>> tables =
      new EnumMap<>(Table.class);
  private int walked;

  public TombstoneStore() {
    for (Table table : Table.values()) {
      tables.put(table, new TreeMap<>(Arrays::compareUnsigned));
    }
  }

  /// How many rows and marks were walked over since the last question.
  public int walked() {
    int count = walked;
    walked = 0;
    return count;
  }

  private NavigableMap<byte[], Optional<byte[]>> table(Table table) {
    return tables.getOrDefault(table, new TreeMap<>(Arrays::compareUnsigned));
  }

  @Override
  public byte @Nullable [] get(Table table, byte[] key) {
    return table(table).getOrDefault(key, Optional.empty()).orElse(null);
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
    table(table).put(key, Optional.of(value));
  }

  @Override
  public void delete(Table table, byte[] key) {
    table(table).put(key, Optional.empty());
  }

  @Override
  public void deleteRange(Table table, byte[] from, byte[] to) {
    range(table, from, to).replaceAll((_, _) -> Optional.empty());
  }

  private NavigableMap<byte[], Optional<byte[]>> range(
      Table table, byte[] from, byte @Nullable [] to) {
    return to == null
        ? table(table).tailMap(from, true)
        : table(table).subMap(from, true, to, false);
  }

  private void visit(NavigableMap<byte[], Optional<byte[]>> rows, Visitor visitor) {
    for (Map.Entry<byte[], Optional<byte[]>> row : rows.entrySet()) {
      walked++;
      if (row.getValue().isPresent() && !visitor.row(row.getKey(), row.getValue().get())) {
        return;
      }
    }
  }
}
