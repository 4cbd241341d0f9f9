package dev.beckon.engine.codec;

import dev.beckon.core.identity.Identifier;
import java.util.List;

/// A row of SUPPRESSED: since when, with whom, and what else is freed together with it.
///
/// @param cioId of the person who had it; 0 where nobody did
public record SuppressedRow(long at, long cioId, List<Identifier> together) {
  private static final int FORMAT = 1;

  public SuppressedRow {
    together = List.copyOf(together);
  }

  public void write(ByteSink out) {
    out.one(FORMAT);
    out.signed(at);
    out.eight(cioId);
    InputCodec.identifiers(together, out);
  }

  public static SuppressedRow read(byte[] row) {
    return RowReader.read(row, "a suppressed identifier", FORMAT, SuppressedRow::read);
  }

  private static SuppressedRow read(ByteSource in) {
    long at = in.signed();
    long cioId = in.eight();
    return new SuppressedRow(at, cioId, InputCodec.identifiers(in));
  }
}
