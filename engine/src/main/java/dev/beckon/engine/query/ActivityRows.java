package dev.beckon.engine.query;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.codec.ActivityRow;
import dev.beckon.engine.codec.TimelineRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import org.jspecify.annotations.Nullable;

/// Reads single activities.
final class ActivityRows {
  private ActivityRows() {}

  /// The activity that a line of the timeline points to; null if its person has been deleted since.
  static @Nullable ActivityView at(Rows rows, int workspace, int partition, TimelineRow.Line line) {
    PersonKey person = new PersonKey(workspace, line.cioId());
    byte[] row = rows.get(Table.ACTIVITY, Keys.numbered(person, line.number()));
    return row == null ? null : view(person, partition, line.number(), row);
  }

  static ActivityView view(PersonKey person, int partition, long number, byte[] row) {
    ActivityRow read = ActivityRow.read(number, row);
    return new ActivityView(
        new ActivityId(read.timelineAt(), partition, read.ordinal()),
        isNobody(person) ? null : person,
        read.anonymousId(),
        read.activity());
  }

  /// Activities of which nobody came are kept under the partition's person 0.
  private static boolean isNobody(PersonKey person) {
    return person.equals(PersonKey.at(person.workspace(), person.partition(), 0));
  }
}
