package dev.beckon.core.identity;

import java.util.HexFormat;

/// Where a person lives: the workspace, and the `cio_id` whose upper 16 bits are the home
// partition.
public record PersonKey(int workspace, long cioId) {
  private static final int SEQUENCE_BITS = 48;
  private static final HexFormat HEX = HexFormat.of();

  public static PersonKey at(int workspace, int partition, long sequence) {
    return new PersonKey(workspace, ((long) partition << SEQUENCE_BITS) | sequence);
  }

  public int partition() {
    return (int) (cioId >>> SEQUENCE_BITS);
  }

  /// The `cio_id` as the outside world sees it: 16 lower-case hex digits.
  public String cioIdText() {
    return HEX.toHexDigits(cioId);
  }

  /// Reads 16 hex digits.
  ///
  /// @throws IllegalArgumentException if the text is anything else
  public static PersonKey parse(int workspace, String cioId) {
    if (cioId.length() != 16) {
      throw new IllegalArgumentException(
          "Expected a cio_id of 16 hex digits, but got \"" + cioId + "\".");
    }
    return new PersonKey(workspace, HexFormat.fromHexDigitsToLong(cioId));
  }
}
