package dev.beckon.engine;

import dev.beckon.core.machine.Fact;
import dev.beckon.engine.codec.NumberRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import dev.beckon.engine.store.TallyKey;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counters by hour and for life, gathered over a batch and written once.
final class Tallies {
  private static final int REMEMBERED_MAX = 4_096;

  private final LinkedHashMap<TallyKey, Long> gathered = new LinkedHashMap<>();

  /// Values as they are in the store, so that busy counters are not read for every batch.
  private final LinkedHashMap<TallyKey, Long> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TallyKey, Long> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };

  void count(int workspace, Fact.Counted counted) {
    TallyKey hour =
        new TallyKey(
            workspace,
            TallyKey.subjectCode(counted.subject()),
            counted.id(),
            TallyKey.hourOf(counted.bookedAt()),
            counted.step(),
            counted.metric());
    gathered.merge(hour, (long) counted.by(), Long::sum);
    gathered.merge(hour.life(), (long) counted.by(), Long::sum);
  }

  /// A counter of the workspace as a whole.
  void count(int workspace, String metric, long at, int by) {
    count(workspace, new Fact.Counted(Fact.Subject.WORKSPACE, 0, "", metric, at, by));
  }

  void finish(Store store) {
    for (Map.Entry<TallyKey, Long> entry : gathered.entrySet()) {
      TallyKey tally = entry.getKey();
      byte[] key = Keys.tally(tally);
      Long before = known.get(tally);
      long now = (before == null ? stored(store, key) : before) + entry.getValue();
      store.put(Table.TALLY, key, NumberRow.write(now));
      known.put(tally, now);
    }
    gathered.clear();
  }

  private static long stored(Store store, byte[] key) {
    byte[] row = store.get(Table.TALLY, key);
    return row == null ? 0 : NumberRow.read(row);
  }
}
