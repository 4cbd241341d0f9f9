package dev.beckon.engine.query;

import dev.beckon.core.machine.Fact;
import dev.beckon.engine.codec.NumberRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Table;
import dev.beckon.engine.store.TallyKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The counters, summed over the partitions.
public final class Numbers {
  private static final Comparator<TallyKey> ORDER =
      Comparator.comparingInt(TallyKey::hour)
          .thenComparing(TallyKey::step)
          .thenComparing(TallyKey::metric);

  private final Queries queries;

  public Numbers(Queries queries) {
    this.queries = queries;
  }

  /// Everything ever counted for a subject, by step and metric.
  public List<Count> life(int workspace, Fact.Subject subject, int id) {
    byte[] from = Keys.tallies(workspace, TallyKey.subjectCode(subject), id, TallyKey.LIFE);
    List<Count> counts = new ArrayList<>();
    sum(from, Keys.after(from))
        .forEach((key, count) -> counts.add(new Count(key.step(), key.metric(), count)));
    return counts;
  }

  /// What was counted in a span, by hour, step and metric; ascending in this order.
  ///
  /// @param fromHour inclusive, hours since the epoch
  /// @param toHour exclusive
  public List<HourCount> hours(
      int workspace, Fact.Subject subject, int id, long fromHour, long toHour) {
    byte code = TallyKey.subjectCode(subject);
    List<HourCount> counts = new ArrayList<>();
    sum(
            Keys.tallies(workspace, code, id, Math.toIntExact(fromHour)),
            Keys.tallies(workspace, code, id, Math.toIntExact(toHour)))
        .forEach(
            (key, count) -> counts.add(new HourCount(key.hour(), key.step(), key.metric(), count)));
    return counts;
  }

  private SortedMap<TallyKey, Long> sum(byte[] from, byte[] to) {
    TreeMap<TallyKey, Long> sums = new TreeMap<>(ORDER);
    for (int p = 0; p < queries.partitions(); p++) {
      queries.read(
          p,
          rows -> {
            rows.scan(
                Table.TALLY,
                from,
                to,
                (key, row) -> {
                  sums.merge(Keys.tallyIn(key), NumberRow.read(row), Long::sum);
                  return true;
                });
            return sums;
          });
    }
    return sums;
  }

  public record Count(String step, String metric, long count) {}

  /// @param hour since the epoch
  public record HourCount(long hour, String step, String metric, long count) {}
}
