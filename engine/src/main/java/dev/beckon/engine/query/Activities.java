package dev.beckon.engine.query;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.codec.Past;
import dev.beckon.engine.codec.TimelineRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happened to a person or in a workspace, newest first.
public final class Activities {
  /// How many of a person's activities one page looks at.
  static final int LOOKS_MAX = 5_000;

  /// How many of a person's latest activities are looked at for an event.
  private static final int SEEN_LOOKS_MAX = 100;

  private final Queries queries;

  public Activities(Queries queries) {
    this.queries = queries;
  }

  public Page<ActivityView> ofPerson(
      PersonKey person, ActivityFilter filter, @Nullable String cursor, int limit) {
    return queries.readHome(
        person, Page.empty(), rows -> ofPerson(rows, person, new Sieve(filter), cursor, limit));
  }

  private static Page<ActivityView> ofPerson(
      Rows rows, PersonKey person, Sieve sieve, @Nullable String cursor, int limit) {
    List<ActivityView> items = new ArrayList<>();
    Cursor next = new Cursor();
    rows.scanBack(
        Table.ACTIVITY,
        Keys.person(person),
        Cursor.endOf(person, cursor),
        (key, row) -> {
          if (items.size() == limit || next.looks() == LOOKS_MAX) {
            return next.goesOn();
          }
          next.passed(Keys.numberIn(key));
          ActivityView view =
              ActivityRows.view(person, person.partition(), Keys.numberIn(key), row);
          if (sieve.passes(view.activity())) {
            items.add(view);
          }
          return true;
        });
    return new Page<>(items, next.text());
  }

  public Page<ActivityView> ofWorkspace(
      int workspace, ActivityFilter filter, @Nullable String cursor, int limit) {
    Sieve sieve = new Sieve(filter);
    PersonKey person = filter.person();
    if (person != null) {
      return ofPerson(person, filter, cursor, limit);
    }
    return new TimelineScan<>(
            queries, Table.TIMELINE, workspace, (p, _, row) -> TimelineLines.placed(p, row))
        .page(
            cursor,
            limit,
            (_, id, line) ->
                sieve.mayPass(line) ? again -> load(again, workspace, id, line, sieve) : null);
  }

  private static @Nullable ActivityView load(
      Rows rows, int workspace, ActivityId id, TimelineRow.Line line, Sieve sieve) {
    ActivityView view = ActivityRows.at(rows, workspace, id.partition(), line);
    return view != null && sieve.passes(view.activity()) ? view : null;
  }

  public Optional<ActivityView> one(int workspace, ActivityId id) {
    if (id.partition() >= queries.partitions()) {
      return Optional.empty();
    }
    return queries.read(
        id.partition(),
        rows ->
            TimelineLines.find(rows, workspace, id)
                .map(line -> ActivityRows.at(rows, workspace, id.partition(), line)));
  }

  /// When the person last did something (epoch ms); 0 where that is not among the latest rows.
  public long lastSeen(PersonKey person) {
    return queries.readHome(
        person,
        0L,
        rows -> {
          long[] found = new long[2];
          byte[] from = Keys.person(person);
          rows.scanBack(
              Table.ACTIVITY,
              from,
              Keys.after(from),
              (key, row) -> {
                ActivityView view =
                    ActivityRows.view(person, person.partition(), Keys.numberIn(key), row);
                if (Past.eventType(view.activity().type()) != null) {
                  found[0] = view.activity().timestamp();
                  return false;
                }
                return ++found[1] < SEEN_LOOKS_MAX;
              });
          return found[0];
        });
  }
}
