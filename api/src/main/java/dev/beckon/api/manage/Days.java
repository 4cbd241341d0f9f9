package dev.beckon.api.manage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The last so many days of a workspace, ending today, in its time zone.
///
/// @param first the earliest of them
public record Days(LocalDate first, int count, ZoneId zone) {
  private static final long SECONDS_PER_HOUR = 3_600;

  public static Days last(int count, String zone, Instant now) {
    ZoneId id = ZoneId.of(zone);
    return new Days(now.atZone(id).toLocalDate().minusDays(count - 1L), count, id);
  }

  /// As many days, just before these.
  public Days before() {
    return new Days(first.minusDays(count), count, zone);
  }

  public LocalDate date(int index) {
    return first.plusDays(index);
  }

  public LocalDate last() {
    return date(count - 1);
  }

  /// The first hour since the epoch.
  public long fromHour() {
    return hour(first);
  }

  /// The hour after the last.
  public long toHour() {
    return hour(first.plusDays(count));
  }

  /// Which of the days an hour since the epoch belongs to.
  public int indexOf(long hour) {
    LocalDate date = Instant.ofEpochSecond(hour * SECONDS_PER_HOUR).atZone(zone).toLocalDate();
    return Math.clamp(date.toEpochDay() - first.toEpochDay(), 0, count - 1);
  }

  private long hour(LocalDate date) {
    return Math.ceilDiv(date.atStartOfDay(zone).toEpochSecond(), SECONDS_PER_HOUR);
  }
}
