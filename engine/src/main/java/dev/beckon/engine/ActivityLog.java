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
  private final Timeline timeline;

  ActivityLog(int index, Position position, ByteSink out) {
    this.index = index;
    this.position = position;
    this.out = out;
    this.timeline = new Timeline(out);
  }

  void add(Store store, PersonKey person, Fact.Activity activity) {
    add(store, person, activity, position.next(), null);
  }

  /// An activity of which nobody came.
  ///
  /// @return its number among those of nobody
  long addOfNobody(
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
    return ordinal;
  }

  /// Takes an activity of nobody out; null where there is none of that number.
  @Nullable ActivityRow takeOfNobody(Store store, int workspace, long number) {
    byte[] key = Keys.numbered(PersonKey.at(workspace, index, 0), number);
    byte[] row = store.get(Table.ACTIVITY, key);
    if (row == null) {
      return null;
    }
    store.delete(Table.ACTIVITY, key);
    return ActivityRow.read(number, row);
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
    TimelineRow.Hint hint =
        new TimelineRow.Hint(
            TimelineRow.hash(activity.type()),
            TimelineRow.hash(activity.name()),
            Failures.isFailure(activity.type()));
    timeline.add(
        store,
        person.workspace(),
        new TimelineRow.Line(at, ordinal, person.cioId(), activity.number(), hint));
  }

  void removeAll(Store store, PersonKey person) {
    byte[] from = Keys.person(person);
    store.deleteRange(Table.ACTIVITY, from, Keys.after(from));
  }

  void finish(Store store) {
    timeline.finish(store);
  }
}
