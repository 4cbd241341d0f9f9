package dev.beckon.engine.codec;

/// A row that is one number: counters, cursors, times.
public final class NumberRow {
  private NumberRow() {}

  public static byte[] write(long number) {
    long zigzag = (number << 1) ^ (number >> 63);
    byte[] row = new byte[Math.max(1, (70 - Long.numberOfLeadingZeros(zigzag)) / 7)];
    long left = zigzag;
    for (int i = 0; i < row.length - 1; i++) {
      row[i] = (byte) (left | 0x80);
      left >>>= 7;
    }
    row[row.length - 1] = (byte) left;
    return row;
  }

  public static long read(byte[] row) {
    ByteSource in = new ByteSource(row);
    long number = in.signed();
    in.end("a number");
    return number;
  }
}
