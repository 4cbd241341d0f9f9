package dev.beckon.engine.query;

import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import org.jspecify.annotations.Nullable;

/// Walks a timeline of a workspace from the newest line back, over all partitions.
final class TimelineScan {
  /// How many lines of a partition one page looks at.
  static final int LOOKS_MAX = 5_000;

  private final Queries queries;
  private final Table table;
  private final int workspace;

  TimelineScan(Queries queries, Table table, int workspace) {
    this.queries = queries;
    this.table = table;
    this.workspace = workspace;
  }

  /// Says whether a line is looked for, and how to read what it points to.
  @FunctionalInterface
  interface Picker<T> {
    Merge.@Nullable Loader<T> pick(Rows rows, ActivityId id, byte[] line);
  }

  <T> Page<T> page(@Nullable String cursor, int limit, Picker<T> picker) {
    ActivityId before = cursor == null ? null : ActivityId.parse(cursor);
    Merge<ActivityId, T> merge = new Merge<>();
    for (int p = 0; p < queries.partitions(); p++) {
      int partition = p;
      queries.read(
          partition,
          rows -> {
            scan(rows, partition, before, limit, picker, merge);
            return partition;
          });
    }
    Merge.Merged<ActivityId, T> merged = merge.page(queries, limit);
    ActivityId next = merged.next();
    return new Page<>(merged.items(), next == null ? null : next.text());
  }

  private <T> void scan(
      Rows rows,
      int partition,
      @Nullable ActivityId before,
      int limit,
      Picker<T> picker,
      Merge<ActivityId, T> merge) {
    int[] counts = new int[2];
    rows.scanBack(
        table,
        Keys.workspace(workspace),
        upTo(partition, before),
        (key, line) -> {
          ActivityId id =
              new ActivityId(Keys.timelineAt(key), partition, Keys.timelineOrdinal(key));
          Merge.Loader<T> loader = picker.pick(rows, id, line);
          if (loader != null) {
            merge.add(new Merge.Found<>(id, partition, loader));
            counts[0]++;
          }
          if (++counts[1] == LOOKS_MAX && counts[0] <= limit) {
            merge.stoppedAt(id);
            return false;
          }
          return counts[0] <= limit;
        });
  }

  /// The end of what is older than a position.
  private byte[] upTo(int partition, @Nullable ActivityId before) {
    if (before == null) {
      return Keys.workspace(workspace + 1);
    }
    if (partition == before.partition()) {
      return Keys.timeline(workspace, before.at(), before.ordinal());
    }
    long at = partition < before.partition() ? before.at() + 1 : before.at();
    return Keys.timeline(workspace, at, 0);
  }
}
