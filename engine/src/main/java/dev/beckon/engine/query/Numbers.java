package dev.beckon.engine.query;

import dev.beckon.core.machine.Fact;
import dev.beckon.engine.codec.TallyRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Table;
import dev.beckon.engine.store.TallyGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The counters, summed over the partitions.
public final class Numbers {
  private final Queries queries;

  public Numbers(Queries queries) {
    this.queries = queries;
  }

  /// Everything ever counted for a subject, by step and metric.
  public List<Count> life(int workspace, Fact.Subject subject, int id) {
    TallyGroup life =
        new TallyGroup(workspace, TallyGroup.subjectCode(subject), id, TallyGroup.LIFE);
    byte[] from = Keys.tallies(life);
    List<Count> counts = new ArrayList<>();
    for (SortedMap<TallyRow.Name, Long> sums : sum(from, Keys.after(from)).values()) {
      sums.forEach((name, count) -> counts.add(new Count(name.step(), name.metric(), count)));
    }
    return counts;
  }

  /// What was counted in a span, by hour, step and metric; ascending in this order.
  ///
  /// @param fromHour inclusive, hours since the epoch
  /// @param toHour exclusive
  public List<HourCount> hours(
      int workspace, Fact.Subject subject, int id, long fromHour, long toHour) {
    byte code = TallyGroup.subjectCode(subject);
    TallyGroup from = new TallyGroup(workspace, code, id, Math.toIntExact(fromHour));
    TallyGroup to = new TallyGroup(workspace, code, id, Math.toIntExact(toHour));
    List<HourCount> counts = new ArrayList<>();
    sum(Keys.tallies(from), Keys.tallies(to))
        .forEach(
            (hour, sums) ->
                sums.forEach(
                    (name, count) ->
                        counts.add(new HourCount(hour, name.step(), name.metric(), count))));
    return counts;
  }

  /// By hour, then by name.
  private SortedMap<Integer, SortedMap<TallyRow.Name, Long>> sum(byte[] from, byte[] to) {
    SortedMap<Integer, SortedMap<TallyRow.Name, Long>> sums = new TreeMap<>();
    for (int p = 0; p < queries.partitions(); p++) {
      queries.read(
          p,
          rows -> {
            rows.scan(
                Table.TALLY,
                from,
                to,
                (key, row) -> {
                  SortedMap<TallyRow.Name, Long> sum =
                      sums.computeIfAbsent(Keys.talliesIn(key).hour(), _ -> new TreeMap<>());
                  TallyRow.read(row).counts().forEach((name, n) -> sum.merge(name, n, Long::sum));
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
