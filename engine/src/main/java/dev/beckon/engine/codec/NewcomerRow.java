package dev.beckon.engine.codec;

import dev.beckon.core.identity.Identifier;

/// A row of NEWCOMER: by which identifier somebody is about to exist, and whose desk is asked.
///
/// @param waiting how many messages wait for the answer
public record NewcomerRow(Identifier by, Identifier asked, long waiting) {
  private static final int FORMAT = 1;

  public void write(ByteSink out) {
    out.one(FORMAT);
    InputCodec.identifier(by, out);
    InputCodec.identifier(asked, out);
    out.varint(waiting);
  }

  public static NewcomerRow read(byte[] row) {
    return RowReader.read(row, "a newcomer", FORMAT, NewcomerRow::read);
  }

  private static NewcomerRow read(ByteSource in) {
    Identifier by = InputCodec.identifier(in);
    Identifier asked = InputCodec.identifier(in);
    return new NewcomerRow(by, asked, in.varint());
  }
}
