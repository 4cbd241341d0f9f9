package dev.beckon.engine.codec;

/// A row of DELIVERY_TIMELINE: which message of which person.
public record PointerRow(long cioId, long number) {
  private static final int FORMAT = 1;

  public void write(ByteSink out) {
    out.one(FORMAT);
    out.eight(cioId);
    out.varint(number);
  }

  public static PointerRow read(byte[] row) {
    return RowReader.read(row, "a pointer", FORMAT, PointerRow::read);
  }

  private static PointerRow read(ByteSource in) {
    long cioId = in.eight();
    long number = in.varint();
    return new PointerRow(cioId, number);
  }
}
