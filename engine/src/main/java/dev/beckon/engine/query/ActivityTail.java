package dev.beckon.engine.query;

import dev.beckon.engine.codec.TimelineRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is happening in a workspace from a moment on, oldest first; nothing is missed or repeated.
///
/// For one reader; each poll goes on where the last one stopped.
public final class ActivityTail {
  /// How many lines of a partition one poll looks at.
  static final int LOOKS_MAX = 5_000;

  private final Queries queries;
  private final int workspace;
  private final Sieve sieve;
  private final List<byte[]> froms = new ArrayList<>();

  /// @param after the last activity that was seen, or null to start with what happens from now on
  public ActivityTail(
      Queries queries, int workspace, ActivityFilter filter, @Nullable ActivityId after) {
    this.queries = queries;
    this.workspace = workspace;
    this.sieve = new Sieve(filter);
    for (int p = 0; p < queries.partitions(); p++) {
      froms.add(after == null ? queries.read(p, rows -> end(rows, workspace)) : behind(p, after));
    }
  }

  /// What has become durable since the last poll.
  ///
  /// @param limit how many are given; what is beyond is counted as skipped
  public Poll poll(int limit) {
    List<ActivityId> lines = new ArrayList<>();
    for (int p = 0; p < queries.partitions(); p++) {
      int partition = p;
      froms.set(p, queries.read(p, rows -> read(rows, partition, lines)));
    }
    lines.sort(Comparator.naturalOrder());
    List<ActivityView> items = new ArrayList<>();
    int given = Math.min(limit, lines.size());
    for (ActivityId line : lines.subList(0, given)) {
      new Activities(queries)
          .one(workspace, line)
          .filter(view -> sieve.passes(view.activity()))
          .ifPresent(items::add);
    }
    return new Poll(items, lines.size() - given);
  }

  private byte[] read(Rows rows, int partition, List<ActivityId> lines) {
    byte[][] from = {froms.get(partition)};
    int[] looks = {0};
    rows.scan(
        Table.TIMELINE,
        from[0],
        Keys.workspace(workspace + 1),
        (key, row) -> {
          if (sieve.mayPass(TimelineRow.read(row))) {
            lines.add(new ActivityId(Keys.timelineAt(key), partition, Keys.timelineOrdinal(key)));
          }
          from[0] = Keys.next(key);
          return ++looks[0] < LOOKS_MAX;
        });
    return from[0];
  }

  /// Behind the last line there is.
  private static byte[] end(Rows rows, int workspace) {
    byte[][] end = {Keys.workspace(workspace)};
    rows.scanBack(
        Table.TIMELINE,
        end[0],
        Keys.workspace(workspace + 1),
        (key, _) -> {
          end[0] = Keys.next(key);
          return false;
        });
    return end[0];
  }

  private byte[] behind(int partition, ActivityId after) {
    if (partition == after.partition()) {
      return Keys.next(Keys.timeline(workspace, after.at(), after.ordinal()));
    }
    long at = partition < after.partition() ? after.at() + 1 : after.at();
    return Keys.timeline(workspace, at, 0);
  }

  /// @param skipped how many activities were left out because of the limit
  public record Poll(List<ActivityView> items, int skipped) {
    public Poll {
      items = List.copyOf(items);
    }
  }
}
