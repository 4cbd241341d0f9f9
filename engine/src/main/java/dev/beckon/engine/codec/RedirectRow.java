package dev.beckon.engine.codec;

/// A row of REDIRECT: of whom somebody became part, and when (epoch ms).
public record RedirectRow(long into, long at) {
  private static final int FORMAT = 1;

  public void write(ByteSink out) {
    out.one(FORMAT);
    out.eight(into);
    out.signed(at);
  }

  public static RedirectRow read(byte[] row) {
    return RowReader.read(row, "a redirect", FORMAT, RedirectRow::read);
  }

  private static RedirectRow read(ByteSource in) {
    long into = in.eight();
    return new RedirectRow(into, in.signed());
  }
}
