package dev.beckon.engine;

import dev.beckon.engine.codec.ByteSink;
import dev.beckon.engine.codec.ByteSource;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.MetaKind;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;

/// The partition's own time and count, which only grow; together they order everything it keeps.
final class Position {
  private static final byte[] KEY = Keys.meta(MetaKind.CLOCK, 0);

  private long at;
  private long ordinal;
  private boolean moved;

  Position(Rows rows) {
    byte[] row = rows.get(Table.META, KEY);
    if (row != null) {
      ByteSource in = new ByteSource(row);
      at = in.signed();
      ordinal = in.varint();
      in.end("the partition's time");
    }
  }

  /// The latest time that the partition has been told.
  long at() {
    return at;
  }

  void pass(long time) {
    if (time > at) {
      at = time;
      moved = true;
    }
  }

  /// The next number of the partition's own count.
  long next() {
    moved = true;
    return ++ordinal;
  }

  void finish(Store store, ByteSink out) {
    if (moved) {
      out.clear();
      out.signed(at);
      out.varint(ordinal);
      store.put(Table.META, KEY, out.toBytes());
      moved = false;
    }
  }
}
