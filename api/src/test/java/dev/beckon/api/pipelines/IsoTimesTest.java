package dev.beckon.api.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IsoTimesTest {
  @ParameterizedTest
  @CsvSource({
    "2026-03-14, 2026-03-14T00:00:00Z",
    "2026-03-14T09:26, 2026-03-14T09:26:00Z",
    "2026-03-14T09:26:53Z, 2026-03-14T09:26:53Z",
    "2026-03-14 09:26:53, 2026-03-14T09:26:53Z",
    "2026-03-14T09:26:53.2Z, 2026-03-14T09:26:53.200Z",
    "2026-03-14T09:26:53.123456789Z, 2026-03-14T09:26:53.123456789Z",
    "2026-03-14T09:26:53+05:45, 2026-03-14T03:41:53Z",
    "2026-03-14T09:26:53-0800, 2026-03-14T17:26:53Z",
    "2026-03-14T09:26+01, 2026-03-14T08:26:00Z"
  })
  void timesAreRead(String text, String moment) {
    assertThat(IsoTimes.read(text)).contains(Instant.parse(moment));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1773480413",
        "20260314",
        "2026-3-14",
        "2026-02-30",
        "2026-03-14T25:00:00Z",
        "2026-03-14T09:26:53.Z",
        "2026-03-14T09:26:53.1234567890Z",
        "on 2026-03-14",
        "14.03.2026"
      })
  void otherTextsAreNoTimes(String text) {
    assertThat(IsoTimes.read(text)).isEmpty();
  }
}
