package dev.beckon.engine.query;

import java.util.HexFormat;

/// Which activity: its place in the order of its partition; as text it sorts by time.
///
/// @param at the partition's time when it was processed (epoch ms)
/// @param ordinal the partition's own count
public record ActivityId(long at, int partition, long ordinal) implements Comparable<ActivityId> {
  private static final HexFormat HEX = HexFormat.of();
  private static final int CHARS = 36;

  /// 36 lower-case hex digits.
  public String text() {
    return HEX.toHexDigits(at) + HEX.toHexDigits((short) partition) + HEX.toHexDigits(ordinal);
  }

  /// @throws IllegalArgumentException if the text is not what [#text] gives
  public static ActivityId parse(String text) {
    if (text.length() != CHARS) {
      throw new IllegalArgumentException(
          "Expected an activity id of 36 hex digits, but got \"" + text + "\".");
    }
    return new ActivityId(
        HexFormat.fromHexDigitsToLong(text, 0, 16),
        HexFormat.fromHexDigits(text, 16, 20),
        HexFormat.fromHexDigitsToLong(text, 20, 36));
  }

  @Override
  public int compareTo(ActivityId other) {
    int byTime = Long.compare(at, other.at);
    if (byTime != 0) {
      return byTime;
    }
    int byPartition = Integer.compare(partition, other.partition);
    return byPartition != 0 ? byPartition : Long.compare(ordinal, other.ordinal);
  }
}
