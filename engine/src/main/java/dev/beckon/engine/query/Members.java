package dev.beckon.engine.query;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.person.Person;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Who is in a segment, how many, and how that changed.
public final class Members {
  private static final String ENTERED = "entered";
  private static final String LEFT = "left";

  private final Queries queries;

  public Members(Queries queries) {
    this.queries = queries;
  }

  /// In the order of their `cio_id`.
  public Page<Person> page(int workspace, int segment, @Nullable String cursor, int limit) {
    PersonKey after = cursor == null ? null : PersonKey.parse(workspace, cursor);
    List<Person> items = new ArrayList<>();
    boolean more = false;
    int first = after == null ? 0 : after.partition();
    for (int p = first; p < queries.partitions() && !more; p++) {
      byte[] from =
          after != null && p == first
              ? Keys.next(Keys.member(segment, after))
              : Keys.members(workspace, segment);
      more = queries.read(p, rows -> !scan(rows, workspace, segment, from, limit, items));
    }
    return new Page<>(items, more ? items.getLast().key().cioIdText() : null);
  }

  /// @return whether the partition has been looked at to its end
  private static boolean scan(
      Rows rows, int workspace, int segment, byte[] from, int limit, List<Person> items) {
    boolean[] whole = {true};
    rows.scan(
        Table.MEMBER,
        from,
        Keys.after(Keys.members(workspace, segment)),
        (key, _) -> {
          if (items.size() == limit) {
            whole[0] = false;
            return false;
          }
          Person person = People.read(rows, Keys.memberPerson(key));
          return person == null || items.add(person);
        });
    return whole[0];
  }

  public long count(int workspace, int segment) {
    long count = 0;
    for (Numbers.Count life : new Numbers(queries).life(workspace, Fact.Subject.SEGMENT, segment)) {
      count += life.metric().equals(ENTERED) ? life.count() : 0;
      count -= life.metric().equals(LEFT) ? life.count() : 0;
    }
    return count;
  }

  /// How many entered and left in each hour of a span in which somebody did, oldest first.
  ///
  /// @param fromHour inclusive, hours since the epoch
  /// @param toHour exclusive
  public List<Moves> moves(int workspace, int segment, long fromHour, long toHour) {
    TreeMap<Long, Moves> moves = new TreeMap<>();
    for (Numbers.HourCount hour :
        new Numbers(queries).hours(workspace, Fact.Subject.SEGMENT, segment, fromHour, toHour)) {
      long entered = hour.metric().equals(ENTERED) ? hour.count() : 0;
      long left = hour.metric().equals(LEFT) ? hour.count() : 0;
      moves.merge(
          hour.hour(),
          new Moves(hour.hour(), entered, left),
          (a, b) -> new Moves(a.hour(), a.entered() + b.entered(), a.left() + b.left()));
    }
    return List.copyOf(moves.values());
  }

  /// @param hour since the epoch
  public record Moves(long hour, long entered, long left) {}
}
