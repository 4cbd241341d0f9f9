package dev.beckon.host.kafka;

import dev.beckon.engine.store.Table;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/// A row's whole key in a partition's store: one byte of table, then the table's own key.
final class Key {
  private static final byte[] NONE = new byte[0];

  /// The row in which the host keeps how far a partition has come; no table has the byte 0.
  static final Bytes HOST = whole(0, NONE);

  private Key() {}

  static Bytes of(Table table, byte[] key) {
    return whole(table.code(), key);
  }

  /// The first key behind all keys of a table.
  static Bytes behind(Table table) {
    return whole(table.code() + 1, NONE);
  }

  /// The table's own part of the key.
  static byte[] own(Bytes whole) {
    byte[] bytes = whole.get();
    return Arrays.copyOfRange(bytes, 1, bytes.length);
  }

  private static Bytes whole(int table, byte[] key) {
    byte[] bytes = new byte[1 + key.length];
    bytes[0] = (byte) table;
    System.arraycopy(key, 0, bytes, 1, key.length);
    return Bytes.wrap(bytes);
  }
}
