package dev.beckon.host.rocksdb;

import dev.beckon.engine.store.Table;
import java.util.Arrays;

/// A row's whole key: two bytes of partition, one of table, then the table's own key.
///
/// The order is that of unsigned bytes, which is also RocksDB's.
final class Key implements Comparable<Key> {
  static final int PREFIX_BYTES = 3;

  private final byte[] bytes;
  private final int hash;

  private Key(byte[] bytes) {
    this.bytes = bytes;
    this.hash = Arrays.hashCode(bytes);
  }

  static Key of(int partition, Table table, byte[] key) {
    return new Key(prefixed(partition, table.code(), key));
  }

  static Key ofWhole(byte[] bytes) {
    return new Key(bytes);
  }

  /// The first key behind all keys of a table.
  static Key behind(int partition, Table table) {
    return new Key(prefixed(partition, table.code() + 1, new byte[0]));
  }

  private static byte[] prefixed(int partition, int table, byte[] key) {
    byte[] whole = new byte[PREFIX_BYTES + key.length];
    whole[0] = (byte) (partition >>> 8);
    whole[1] = (byte) partition;
    whole[2] = (byte) table;
    System.arraycopy(key, 0, whole, PREFIX_BYTES, key.length);
    return whole;
  }

  byte[] bytes() {
    return bytes;
  }

  /// The table's own part of the key.
  byte[] own() {
    return Arrays.copyOfRange(bytes, PREFIX_BYTES, bytes.length);
  }

  @Override
  public int compareTo(Key other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Key key && hash == key.hash && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
