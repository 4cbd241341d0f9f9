package dev.beckon.engine.codec;

/// A row of ASSOCIATION: whose an anonymous id is, and since when (epoch ms).
public record AssociationRow(long cioId, long at) {
  private static final int FORMAT = 1;

  public void write(ByteSink out) {
    out.one(FORMAT);
    out.eight(cioId);
    out.signed(at);
  }

  public static AssociationRow read(byte[] row) {
    return RowReader.read(row, "an association", FORMAT, AssociationRow::read);
  }

  private static AssociationRow read(ByteSource in) {
    long cioId = in.eight();
    return new AssociationRow(cioId, in.signed());
  }
}
