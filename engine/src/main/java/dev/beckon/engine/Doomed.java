package dev.beckon.engine;

import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.List;

/// Keys found by a scan, to be deleted when it is over.
final class Doomed {
  private final Table table;
  private final List<byte[]> keys = new ArrayList<>();

  Doomed(Table table) {
    this.table = table;
  }

  /// @return true, for visitors that go on
  boolean add(byte[] key) {
    return keys.add(key);
  }

  void delete(Store store) {
    for (byte[] key : keys) {
      store.delete(table, key);
    }
  }
}
