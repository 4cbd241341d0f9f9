package dev.beckon.engine.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Puts a key together, part by part, so that the order of the bytes is the order of the parts.
///
/// Whole numbers are big-endian; those that may be negative have their sign turned. Texts inside a
/// key are closed by two bytes that no text contains, so that a text sorts before its extensions.
final class KeySink {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int ESCAPED_BYTES = 2;

  private byte[] bytes;
  private int size;

  KeySink(int capacity) {
    bytes = new byte[capacity];
  }

  static int intAt(byte[] key, int offset) {
    return (int) INT.get(key, offset);
  }

  static long longAt(byte[] key, int offset) {
    return (long) LONG.get(key, offset);
  }

  static long timeAt(byte[] key, int offset) {
    return longAt(key, offset) ^ Long.MIN_VALUE;
  }

  KeySink one(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  KeySink two(int value) {
    return one(value >>> 8).one(value);
  }

  /// Not negative, or to be read as unsigned.
  KeySink four(int value) {
    room(Integer.BYTES);
    INT.set(bytes, size, value);
    size += Integer.BYTES;
    return this;
  }

  /// Not negative, or to be read as unsigned.
  KeySink eight(long value) {
    room(Long.BYTES);
    LONG.set(bytes, size, value);
    size += Long.BYTES;
    return this;
  }

  /// May be negative.
  KeySink time(long value) {
    return eight(value ^ Long.MIN_VALUE);
  }

  /// A text that is the last part.
  KeySink rest(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
    return this;
  }

  /// A text that other parts follow.
  KeySink text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    room(ESCAPED_BYTES * utf8.length + ESCAPED_BYTES);
    for (byte b : utf8) {
      bytes[size++] = b;
      if (b == 0) {
        bytes[size++] = (byte) 0xff;
      }
    }
    bytes[size++] = 0;
    bytes[size++] = 0;
    return this;
  }

  byte[] done() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
