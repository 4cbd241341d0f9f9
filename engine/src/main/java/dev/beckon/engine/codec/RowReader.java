package dev.beckon.engine.codec;

import java.util.function.Function;

/// Reads whole rows: the format in front, nothing left over behind, and one kind of exception for
/// whatever is wrong with them.
public final class RowReader {
  private RowReader() {}

  /// @param what the row is, for the words of the exception
  /// @throws CodecException if the row is of another format, cut off, or damaged
  public static <T> T read(byte[] row, String what, int format, Function<ByteSource, T> reader) {
    ByteSource in = new ByteSource(row);
    in.version(what, format);
    return whole(in, what, reader);
  }

  /// Reads something that has no format of its own.
  public static <T> T whole(ByteSource in, String what, Function<ByteSource, T> reader) {
    try {
      T read = reader.apply(in);
      in.end(what);
      return read;
    } catch (CodecException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new CodecException("Expected " + what + ", but its bytes are damaged.", e);
    }
  }
}
