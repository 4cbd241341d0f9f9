package dev.beckon.engine.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes in the making; grows as needed and can be used again.
public final class ByteSink {
  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int VARINT_BYTES_MAX = 10;
  private static final int START = 256;

  private byte[] bytes = new byte[START];
  private int size;

  /// Forgets what was written, and keeps the room.
  public ByteSink clear() {
    size = 0;
    return this;
  }

  public int size() {
    return size;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  public void one(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  public void truth(boolean value) {
    one(value ? 1 : 0);
  }

  /// A whole number that is mostly small and not negative.
  public void varint(long value) {
    room(VARINT_BYTES_MAX);
    long left = value;
    while ((left & ~0x7fL) != 0) {
      bytes[size++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
  }

  /// A whole number that is mostly near zero.
  public void signed(long value) {
    varint((value << 1) ^ (value >> 63));
  }

  public void four(int value) {
    room(Integer.BYTES);
    INT.set(bytes, size, value);
    size += Integer.BYTES;
  }

  public void eight(long value) {
    room(Long.BYTES);
    LONG.set(bytes, size, value);
    size += Long.BYTES;
  }

  /// Writes over four bytes that were written before.
  void fourAt(int offset, int value) {
    INT.set(bytes, offset, value);
  }

  public void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    varint(utf8.length);
    raw(utf8);
  }

  void raw(byte[] more) {
    append(more, 0, more.length);
  }

  void append(ByteSink other) {
    append(other.bytes, 0, other.size);
  }

  void append(byte[] from, int start, int end) {
    int length = end - start;
    room(length);
    System.arraycopy(from, start, bytes, size, length);
    size += length;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
