package dev.beckon.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Facts are there once, whatever happened while they were written.
final class LakeTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @TempDir private Path folder;

  private static LakeFact fact(String id, String at, String type, String name) {
    long time = Instant.parse(at).toEpochMilli();
    return new LakeFact(id, time, time, "0001", type, name, 0, "{\"it's\": \"quoted\"}");
  }

  @Test
  void countsByDayAndNameAndSurvivesAReopening() throws IOException {
    try (Lake lake = Lake.open(folder)) {
      lake.append(
          1,
          List.of(
              fact("a1", "2026-03-01T10:00:00Z", "event", "order"),
              fact("a2", "2026-03-01T23:59:59.999Z", "event", "order"),
              fact("a3", "2026-03-02T00:00:00Z", "attribute_change", "plan")));
      lake.append(2, List.of(fact("a1", "2026-03-01T10:00:00Z", "event", "order")));
    }
    try (Lake lake = Lake.open(folder)) {
      assertThat(lake.perDay(1, DAY, DAY.plusDays(1)))
          .containsExactly(
              new Lake.DayCount(DAY.plusDays(1), "attribute_change", "", 1),
              new Lake.DayCount(DAY, "event", "order", 2));
      assertThat(lake.perDay(1, DAY, DAY)).hasSize(1);
      assertThat(lake.lastId(1)).hasValue("a3");
    }
  }

  @Test
  void writingTheSameFactsAgainChangesNothing() throws IOException {
    try (Lake lake = Lake.open(folder)) {
      List<LakeFact> batch = List.of(fact("b1", "2026-03-01T10:00:00Z", "event", "order"));
      lake.append(1, batch);
      lake.append(1, batch);
      assertThat(lake.perDay(1, DAY, DAY))
          .containsExactly(new Lake.DayCount(DAY, "event", "order", 1));
    }
  }

  @Test
  void anEmptyLakeHasNothingToSay() throws IOException {
    try (Lake lake = Lake.open(folder)) {
      assertThat(lake.perDay(1, DAY, DAY)).isEmpty();
      assertThat(lake.lastId(1)).isEmpty();
    }
  }
}
