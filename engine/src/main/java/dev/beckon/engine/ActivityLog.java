package dev.beckon.engine;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Fact;
import dev.beckon.engine.codec.ActivityRow;
import dev.beckon.engine.codec.ByteSink;
import dev.beckon.engine.codec.Failures;
import dev.beckon.engine.codec.TimelineRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import org.jspecify.annotations.Nullable;

/// What happened, by person and by workspace.
final class ActivityLog {
  private final int index;
  private final Position position;
  private final ByteSink out;

  ActivityLog(int index, Position position, ByteSink out) {
    this.index = index;
    this.position = position;
    this.out = out;
  }

  void add(Store store, PersonKey person, Fact.Activity activity) {
    add(store, person, activity, position.next(), null);
  }

  /// An activity of which nobody came.
  void addOfNobody(
      Store store, int workspace, Fact.Activity activity, @Nullable String anonymousId) {
    long ordinal = position.next();
    Fact.Activity numbered =
        new Fact.Activity(
            ordinal,
            activity.at(),
            activity.type(),
            activity.name(),
            activity.timestamp(),
            activity.data(),
            activity.delivery());
    add(store, PersonKey.at(workspace, index, 0), numbered, ordinal, anonymousId);
  }

  private void add(
      Store store,
      PersonKey person,
      Fact.Activity activity,
      long ordinal,
      @Nullable String anonymousId) {
    position.pass(activity.at());
    long at = position.at();
    new ActivityRow(activity, at, ordinal, anonymousId).write(out.clear());
    store.put(Table.ACTIVITY, Keys.numbered(person, activity.number()), out.toBytes());
    new TimelineRow(
            person.cioId(),
            activity.number(),
            TimelineRow.hash(activity.type()),
            TimelineRow.hash(activity.name()),
            Failures.isFailure(activity.type()))
        .write(out.clear());
    store.put(Table.TIMELINE, Keys.timeline(person.workspace(), at, ordinal), out.toBytes());
  }

  void removeAll(Store store, PersonKey person) {
    byte[] from = Keys.person(person);
    byte[] to = Keys.after(from);
    Doomed timeline = new Doomed(Table.TIMELINE);
    store.scan(
        Table.ACTIVITY,
        from,
        to,
        (key, row) -> {
          ActivityRow activity = ActivityRow.read(Keys.numberIn(key), row);
          return timeline.add(
              Keys.timeline(person.workspace(), activity.timelineAt(), activity.ordinal()));
        });
    timeline.delete(store);
    store.deleteRange(Table.ACTIVITY, from, to);
  }
}
