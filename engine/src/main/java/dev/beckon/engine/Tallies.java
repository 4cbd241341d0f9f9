package dev.beckon.engine;

import dev.beckon.core.machine.Fact;
import dev.beckon.engine.codec.ByteSink;
import dev.beckon.engine.codec.TallyRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import dev.beckon.engine.store.TallyGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counters by hour and for life, gathered over a batch and written once.
final class Tallies {
  private static final int ROWS_REMEMBERED_MAX = 512;

  private final ByteSink out;
  private final LinkedHashMap<Counter, Integer> gathered = new LinkedHashMap<>();

  /// Rows as they are in the store, so that busy ones are not read for every batch.
  private final LinkedHashMap<TallyGroup, SortedMap<TallyRow.Name, Long>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<TallyGroup, SortedMap<TallyRow.Name, Long>> eldest) {
          return size() > ROWS_REMEMBERED_MAX;
        }
      };

  Tallies(ByteSink out) {
    this.out = out;
  }

  /// One counter in one hour.
  private record Counter(TallyGroup group, TallyRow.Name name) {}

  void count(int workspace, Fact.Counted counted) {
    TallyGroup hour =
        new TallyGroup(
            workspace,
            TallyGroup.subjectCode(counted.subject()),
            counted.id(),
            TallyGroup.hourOf(counted.bookedAt()));
    TallyRow.Name name = new TallyRow.Name(counted.step(), counted.metric());
    gathered.merge(new Counter(hour, name), counted.by(), Integer::sum);
  }

  /// A counter of the workspace as a whole.
  void count(int workspace, String metric, long at, int by) {
    count(workspace, new Fact.Counted(Fact.Subject.WORKSPACE, 0, "", metric, at, by));
  }

  void finish(Store store) {
    if (gathered.isEmpty()) {
      return;
    }
    LinkedHashMap<TallyGroup, SortedMap<TallyRow.Name, Long>> changed = new LinkedHashMap<>();
    gathered.forEach(
        (counter, by) -> {
          add(store, changed, counter.group(), counter.name(), by);
          add(store, changed, counter.group().life(), counter.name(), by);
        });
    gathered.clear();
    changed.forEach(
        (group, counts) -> {
          TallyRow.write(counts, out.clear());
          store.put(Table.TALLY, Keys.tallies(group), out.toBytes());
          known.put(group, counts);
        });
  }

  private void add(
      Store store,
      Map<TallyGroup, SortedMap<TallyRow.Name, Long>> changed,
      TallyGroup group,
      TallyRow.Name name,
      int by) {
    changed.computeIfAbsent(group, _ -> stored(store, group)).merge(name, (long) by, Long::sum);
  }

  private SortedMap<TallyRow.Name, Long> stored(Store store, TallyGroup group) {
    SortedMap<TallyRow.Name, Long> counts = known.get(group);
    if (counts != null) {
      return counts;
    }
    byte[] row = store.get(Table.TALLY, Keys.tallies(group));
    return row == null ? new TreeMap<>() : new TreeMap<>(TallyRow.read(row).counts());
  }
}
