package dev.beckon.host.kafka;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// How far a partition has come in its topic; kept with its rows and committed with them.
///
/// @param latest the latest time that the partition was told (epoch ms)
/// @param next the offset behind the last message that it has processed
record Standing(long latest, long next) {
  private static final Standing FIRST = new Standing(Long.MIN_VALUE, 0);

  static Standing read(byte @Nullable [] row) {
    if (row == null) {
      return FIRST;
    }
    ByteBuffer in = ByteBuffer.wrap(row);
    return new Standing(in.getLong(), in.getLong());
  }

  byte[] toBytes() {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(latest).putLong(next).array();
  }
}
