package dev.beckon.engine.query;

import dev.beckon.engine.codec.TimelineRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes rows of TIMELINE apart.
final class TimelineLines {
  private TimelineLines() {}

  static ActivityId idOf(int partition, TimelineRow.Line line) {
    return new ActivityId(line.at(), partition, line.ordinal());
  }

  static List<TimelineScan.Placed<TimelineRow.Line>> placed(int partition, byte[] row) {
    List<TimelineScan.Placed<TimelineRow.Line>> placed = new ArrayList<>();
    for (TimelineRow.Line line : TimelineRow.read(row).lines()) {
      placed.add(new TimelineScan.Placed<>(idOf(partition, line), line));
    }
    return placed;
  }

  static Optional<TimelineRow.Line> find(Rows rows, int workspace, ActivityId id) {
    List<TimelineRow.Line> found = new ArrayList<>();
    rows.scanBack(
        Table.TIMELINE,
        Keys.workspace(workspace),
        Keys.next(Keys.timeline(workspace, id.at(), id.ordinal())),
        (_, row) -> {
          found.addAll(TimelineRow.read(row).lines());
          return false;
        });
    return found.stream()
        .filter(line -> line.at() == id.at() && line.ordinal() == id.ordinal())
        .findFirst();
  }
}
