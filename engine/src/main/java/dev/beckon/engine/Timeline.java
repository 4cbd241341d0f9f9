package dev.beckon.engine;

import dev.beckon.engine.codec.ByteSink;
import dev.beckon.engine.codec.TimelineRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What happened in each workspace, in order; the row at the end is filled up batch by batch.
final class Timeline {
  private final ByteSink out;
  private final SortedMap<Integer, Open> open = new TreeMap<>();

  Timeline(ByteSink out) {
    this.out = out;
  }

  void add(Store store, int workspace, TimelineRow.Line line) {
    Open end = open.computeIfAbsent(workspace, _ -> last(store, workspace));
    if (end.lines.size() == TimelineRow.LINES_MAX) {
      write(store, workspace, end);
      end.lines.clear();
    }
    end.lines.add(line);
    end.changed = true;
  }

  void finish(Store store) {
    open.forEach((workspace, end) -> write(store, workspace, end));
  }

  private void write(Store store, int workspace, Open end) {
    if (end.changed) {
      TimelineRow.Line first = end.lines.getFirst();
      TimelineRow.write(end.lines, out.clear());
      store.put(
          Table.TIMELINE, Keys.timeline(workspace, first.at(), first.ordinal()), out.toBytes());
      end.changed = false;
    }
  }

  private static Open last(Rows rows, int workspace) {
    Open last = new Open();
    rows.scanBack(
        Table.TIMELINE,
        Keys.workspace(workspace),
        Keys.workspace(workspace + 1),
        (_, row) -> {
          last.lines.addAll(TimelineRow.read(row).lines());
          return false;
        });
    return last;
  }

  /// The row at the end.
  private static final class Open {
    private final List<TimelineRow.Line> lines = new ArrayList<>();
    private boolean changed;
  }
}
