package dev.beckon.engine.query;

import dev.beckon.core.machine.Fact;
import dev.beckon.engine.codec.Ahead;
import java.util.List;

/// The counters, summed over the partitions.
public final class Numbers {

  public Numbers(Queries queries) {}

  /// Everything ever counted for a subject, by step and metric.
  public List<Count> life(int workspace, Fact.Subject subject, int id) {
    @SuppressWarnings("unchecked")
    List<Count> later = (List<Count>) Ahead.ofTime(List.class);
    return later;
  }

  /// What was counted in a span, by hour, step and metric; ascending in this order.
  ///
  /// @param fromHour inclusive, hours since the epoch
  /// @param toHour exclusive
  public List<HourCount> hours(
      int workspace, Fact.Subject subject, int id, long fromHour, long toHour) {
    @SuppressWarnings("unchecked")
    List<HourCount> later = (List<HourCount>) Ahead.ofTime(List.class);
    return later;
  }

  public record Count(String step, String metric, long count) {}

  /// @param hour since the epoch
  public record HourCount(long hour, String step, String metric, long count) {}
}
