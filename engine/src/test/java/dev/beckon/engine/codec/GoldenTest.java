package dev.beckon.engine.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rows that a released version wrote are read for ever: one line of each file is one row.
///
/// The files are never changed. A new format gets a new file beside them.
final class GoldenTest {
  static List<Format<?>> formats() {
    return Format.all();
  }

  @ParameterizedTest
  @MethodSource("formats")
  <T> void releasedRowsAreReadAsTheyWereMeant(Format<T> format) throws IOException {
    List<String> lines = lines(format.name());
    assertThat(lines).hasSizeGreaterThan(10);
    for (int seed = 0; seed < lines.size(); seed++) {
      byte[] row = HexFormat.of().parseHex(lines.get(seed));
      T meant = format.make().apply(new Samples(seed));
      assertThat(format.read().apply(row)).as("line %s", seed + 1).isEqualTo(meant);
      assertThat(format.write().apply(meant)).as("line %s", seed + 1).isEqualTo(row);
    }
  }

  private static List<String> lines(String name) throws IOException {
    String file = "/golden/" + name + ".hex";
    try (InputStream in =
        Objects.requireNonNull(GoldenTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), US_ASCII).lines().toList();
    }
  }
}
