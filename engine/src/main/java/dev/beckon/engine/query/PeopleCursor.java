package dev.beckon.engine.query;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.codec.ByteSink;
import dev.beckon.engine.codec.ByteSource;
import dev.beckon.engine.codec.CodecException;
import dev.beckon.engine.store.Keys;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Where a listing of people has come to in each partition: the lowest number that was given.
final class PeopleCursor {
  private static final long START = (1L << 48) - 1;

  private final long[] lowest;

  private PeopleCursor(long[] lowest) {
    this.lowest = lowest;
  }

  static PeopleCursor parse(@Nullable String cursor, int partitions) {
    long[] lowest = new long[partitions];
    Arrays.fill(lowest, START);
    if (cursor != null) {
      try {
        ByteSource in = new ByteSource(Base64.getUrlDecoder().decode(cursor));
        for (int p = 0; p < partitions; p++) {
          lowest[p] = START - in.varint();
        }
        in.end("a cursor");
      } catch (CodecException | IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "Expected the cursor of an earlier page, but got \"" + cursor + "\".", e);
      }
    }
    return new PeopleCursor(lowest);
  }

  String text() {
    ByteSink out = new ByteSink();
    for (long number : lowest) {
      out.varint(START - number);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toBytes());
  }

  PeopleCursor copy() {
    return new PeopleCursor(lowest.clone());
  }

  /// The end of what has not been given in a partition.
  byte[] end(int workspace, int partition) {
    return Keys.person(PersonKey.at(workspace, partition, lowest[partition]));
  }

  /// The person has been looked at.
  void lower(PersonKey person) {
    lowest[person.partition()] = numberOf(person);
  }

  /// The person did not find room on the page after all.
  void raise(PersonKey person) {
    int partition = person.partition();
    lowest[partition] = Math.max(lowest[partition], numberOf(person) + 1);
  }

  private static long numberOf(PersonKey person) {
    return person.cioId() & START;
  }
}
