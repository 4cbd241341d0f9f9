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
  /// How many lines of a partition one poll looks at, or a few more.
  static final int LOOKS_MAX = 5_000;

  private final Queries queries;
  private final int workspace;
  private final Sieve sieve;
  private final List<Place> places = new ArrayList<>();

  /// @param after the last activity that was seen, or null to start with what happens from now on
  public ActivityTail(
      Queries queries, int workspace, ActivityFilter filter, @Nullable ActivityId after) {
    this.queries = queries;
    this.workspace = workspace;
    this.sieve = new Sieve(filter);
    for (int p = 0; p < queries.partitions(); p++) {
      int partition = p;
      places.add(
          queries.read(
              p, rows -> after == null ? end(rows, partition) : behind(rows, partition, after)));
    }
  }

  /// What has become durable since the last poll.
  ///
  /// @param limit how many are given; what is beyond is counted as skipped
  public Poll poll(int limit) {
    List<ActivityId> lines = new ArrayList<>();
    for (int p = 0; p < queries.partitions(); p++) {
      int partition = p;
      places.set(p, queries.read(p, rows -> read(rows, partition, lines)));
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

  private Place read(Rows rows, int partition, List<ActivityId> lines) {
    Place before = places.get(partition);
    Place[] now = {before};
    int[] looks = {0};
    rows.scan(
        Table.TIMELINE,
        before.row,
        Keys.workspace(workspace + 1),
        (key, row) -> {
          for (TimelineRow.Line line : TimelineRow.read(row).lines()) {
            ActivityId id = TimelineLines.idOf(partition, line);
            if (now[0].isBefore(id)) {
              now[0] = new Place(key, id);
              looks[0]++;
              if (sieve.mayPass(line)) {
                lines.add(id);
              }
            }
          }
          return looks[0] < LOOKS_MAX;
        });
    return now[0];
  }

  /// At the last line there is.
  private Place end(Rows rows, int partition) {
    return at(rows, partition, Keys.workspace(workspace + 1), null);
  }

  private Place behind(Rows rows, int partition, ActivityId after) {
    return at(rows, partition, Keys.timeline(workspace, after.at(), 0), after);
  }

  /// In the last row that begins before an end.
  ///
  /// @param last what has been seen; null for everything in the row
  private Place at(Rows rows, int partition, byte[] end, @Nullable ActivityId last) {
    byte[] start = Keys.workspace(workspace);
    Place[] found = {new Place(start, last)};
    rows.scanBack(
        Table.TIMELINE,
        start,
        end,
        (key, row) -> {
          ActivityId newest =
              TimelineLines.idOf(partition, TimelineRow.read(row).lines().getLast());
          found[0] = new Place(key, last == null ? newest : last);
          return false;
        });
    return found[0];
  }

  /// A row, and the last line that was seen; null where none was.
  private static final class Place {
    private final byte[] row;
    private final @Nullable ActivityId last;

    Place(byte[] row, @Nullable ActivityId last) {
      this.row = row;
      this.last = last;
    }

    boolean isBefore(ActivityId id) {
      return last == null || last.compareTo(id) < 0;
    }
  }

  /// @param skipped how many activities were left out because of the limit
  public record Poll(List<ActivityView> items, int skipped) {
    public Poll {
      items = List.copyOf(items);
    }
  }
}
