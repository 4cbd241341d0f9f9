package dev.beckon.api.manage;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/// Counters of messages being added up.
public final class Sum {
  private final Map<String, Long> counts = new TreeMap<>();

  public void add(String metric, long count) {
    counts.merge(metric, count, Long::sum);
  }

  public void addAll(Sum other) {
    other.counts.forEach(this::add);
  }

  public long of(String metric) {
    Long count = counts.get(metric);
    return count == null ? 0 : count;
  }

  public NumbersJson numbers() {
    return new NumbersJson(
        of("sent"),
        of("delivered"),
        of("opened"),
        of("clicked"),
        of("converted"),
        of("bounced"),
        of("failed"),
        of("unsubscribed"));
  }

  public DayPointJson on(LocalDate date) {
    return new DayPointJson(
        date,
        of("sent"),
        of("delivered"),
        of("opened"),
        of("clicked"),
        of("converted"),
        of("bounced"),
        of("unsubscribed"));
  }
}
