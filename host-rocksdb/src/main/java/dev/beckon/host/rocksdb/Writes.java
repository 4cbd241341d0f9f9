package dev.beckon.host.rocksdb;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A write batch in RocksDB's own bytes, those of its log.
///
/// It is put together here because handing over each row by itself costs four times as much as the
/// whole batch at once. The bytes are those that RocksDB's own batch has for the same writes.
final class Writes {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int COUNT_AT = 8;
  private static final int HEADER_BYTES = 12;

  /// The size up to which memory is kept for the next batch.
  private static final int BYTES_KEPT = 8 << 20;

  private static final byte DELETION = 0x4;
  private static final byte VALUE = 0x5;
  private static final byte RANGE_DELETION = 0xE;

  private byte[] bytes = new byte[1 << 16];
  private int size = HEADER_BYTES;
  private int count;

  void put(int family, byte[] key, byte[] value) {
    begin(VALUE, family);
    append(key);
    append(value);
  }

  void delete(int family, byte[] key) {
    begin(DELETION, family);
    append(key);
  }

  /// Deletes from `from` inclusive to `to` exclusive.
  void deleteRange(int family, byte[] from, byte[] to) {
    begin(RANGE_DELETION, family);
    append(from);
    append(to);
  }

  byte[] toBytes() {
    INT.set(bytes, COUNT_AT, count);
    return Arrays.copyOf(bytes, size);
  }

  void clear() {
    if (bytes.length > BYTES_KEPT) {
      bytes = new byte[1 << 16];
    }
    size = HEADER_BYTES;
    count = 0;
  }

  private void begin(byte kind, int family) {
    room(1 + Integer.BYTES + 1);
    bytes[size++] = kind;
    varint(family);
    count++;
  }

  private void append(byte[] text) {
    room(Integer.BYTES + 1 + text.length);
    varint(text.length);
    System.arraycopy(text, 0, bytes, size, text.length);
    size += text.length;
  }

  private void varint(int number) {
    int rest = number;
    while (rest >= 0x80) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
