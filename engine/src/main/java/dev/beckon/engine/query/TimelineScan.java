package dev.beckon.engine.query;

import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks a timeline of a workspace from the newest line back, over all partitions.
///
/// @param <L> what a line is
final class TimelineScan<L> {
  /// How many lines of a partition one page looks at.
  static final int LOOKS_MAX = 5_000;

  private final Queries queries;
  private final Table table;
  private final int workspace;
  private final Reader<L> reader;

  TimelineScan(Queries queries, Table table, int workspace, Reader<L> reader) {
    this.queries = queries;
    this.table = table;
    this.workspace = workspace;
    this.reader = reader;
  }

  /// A line with its place.
  record Placed<L>(ActivityId id, L line) {}

  /// Takes a row apart into its lines, oldest first.
  @FunctionalInterface
  interface Reader<L> {
    List<Placed<L>> read(int partition, byte[] key, byte[] row);
  }

  /// Says whether a line is looked for, and how to read what it points to.
  @FunctionalInterface
  interface Picker<L, T> {
    Merge.@Nullable Loader<T> pick(Rows rows, ActivityId id, L line);
  }

  <T> Page<T> page(@Nullable String cursor, int limit, Picker<L, T> picker) {
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
      Picker<L, T> picker,
      Merge<ActivityId, T> merge) {
    int[] counts = new int[2];
    rows.scanBack(
        table,
        Keys.workspace(workspace),
        upTo(partition, before),
        (key, row) -> {
          for (Placed<L> line : reader.read(partition, key, row).reversed()) {
            if (before != null && line.id().compareTo(before) >= 0) {
              continue;
            }
            Merge.Loader<T> loader = picker.pick(rows, line.id(), line.line());
            if (loader != null) {
              merge.add(new Merge.Found<>(line.id(), partition, loader));
              counts[0]++;
            }
            if (++counts[1] == LOOKS_MAX && counts[0] <= limit) {
              merge.stoppedAt(line.id());
              return false;
            }
            if (counts[0] > limit) {
              return false;
            }
          }
          return true;
        });
  }

  /// The end of the rows that begin before a position.
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
