package dev.beckon.engine.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads bytes from the front; says clearly when they end too soon or make no sense.
public final class ByteSource {
  private final byte[] bytes;
  private final int end;
  private int at;

  public ByteSource(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  ByteSource(byte[] bytes, int from, int to) {
    if (from < 0 || from > to || to > bytes.length) {
      throw new CodecException(
          "Expected a section inside "
              + bytes.length
              + " bytes, but it goes from "
              + from
              + " to "
              + to
              + "; the row is damaged.");
    }
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  public int one() {
    need(1);
    return bytes[at++] & 0xff;
  }

  public boolean truth() {
    return one() != 0;
  }

  public long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at >= end) {
        need(1);
      }
      byte next = bytes[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new CodecException(
        "Expected a number of at most 10 bytes, but it goes on at " + at + "; the row is damaged.");
  }

  public long signed() {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  /// A whole number that has to fit into an int.
  public int whole() {
    long value = varint();
    if (value != (int) value) {
      throw new CodecException(
          "Expected a number of at most 31 bits, but got " + value + "; the row is damaged.");
    }
    return (int) value;
  }

  /// How many things follow, of at least one byte each.
  public int count() {
    long value = varint();
    if (value < 0 || value > end - at) {
      throw new CodecException(
          "Expected at most "
              + (end - at)
              + " more entries, but the row announces "
              + value
              + "; it is damaged.");
    }
    return (int) value;
  }

  public int four() {
    need(Integer.BYTES);
    int value = (int) ByteSink.INT.get(bytes, at);
    at += Integer.BYTES;
    return value;
  }

  public long eight() {
    need(Long.BYTES);
    long value = (long) ByteSink.LONG.get(bytes, at);
    at += Long.BYTES;
    return value;
  }

  public String text() {
    return textOf(count());
  }

  String textOf(int length) {
    need(length);
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  byte[] bytes(int length) {
    need(length);
    byte[] read = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return read;
  }

  /// A text that comes up again and again.
  String word(Words words) {
    int length = count();
    String word = words.of(bytes, at, length);
    at += length;
    return word;
  }

  /// Whether the coming text is this one; moves behind it either way.
  boolean textIs(byte[] utf8) {
    int length = count();
    boolean same = length == utf8.length;
    for (int i = 0; same && i < length; i++) {
      same = bytes[at + i] == utf8[i];
    }
    at += length;
    return same;
  }

  void skip(int length) {
    need(length);
    at += length;
  }

  /// Reads the version at the start of a row.
  public void version(String what, int known) {
    int version = one();
    if (version != known) {
      throw new CodecException(
          "Expected "
              + what
              + " in format "
              + known
              + ", but got format "
              + version
              + "; it was written by a newer release, or it is damaged.");
    }
  }

  /// Makes sure that everything was read.
  public void end(String what) {
    if (at != end) {
      throw new CodecException(
          "Expected the end of " + what + ", but " + (end - at) + " bytes are left over.");
    }
  }

  private void need(int length) {
    if (length < 0 || end - at < length) {
      throw new CodecException(
          "Expected "
              + length
              + " more bytes, but only "
              + (end - at)
              + " are left; the row is cut off.");
    }
  }
}
