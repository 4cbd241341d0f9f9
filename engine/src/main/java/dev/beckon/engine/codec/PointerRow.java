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
    ByteSource in = new ByteSource(row);
    in.version("a pointer", FORMAT);
    long cioId = in.eight();
    long number = in.varint();
    in.end("a pointer");
    return new PointerRow(cioId, number);
  }
}
