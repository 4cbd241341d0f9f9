package dev.beckon.engine.query;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Person;
import dev.beckon.engine.codec.PersonCodec;
import dev.beckon.engine.codec.PersonRecord;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks the people of a workspace from the newest back, over all partitions.
final class PeopleScan {
  /// How many people are looked at between two questions to the budget.
  static final int LOOKS_PER_QUESTION = 100;

  private static final Comparator<Hit> NEWEST_FIRST =
      Comparator.comparingLong(Hit::createdAt)
          .reversed()
          .thenComparing(hit -> hit.key().cioId(), Comparator.reverseOrder());

  private final Queries queries;
  private final int workspace;

  PeopleScan(Queries queries, int workspace) {
    this.queries = queries;
    this.workspace = workspace;
  }

  /// Says who is looked for, by what is read without decoding everything.
  @FunctionalInterface
  interface Filter {
    boolean accepts(Rows rows, PersonKey key, PersonRecord person);
  }

  Page<Person> page(@Nullable String cursor, int limit, Budget budget, Filter filter) {
    PeopleCursor from = PeopleCursor.parse(cursor, queries.partitions());
    PeopleCursor next = from.copy();
    List<Hit> hits = new ArrayList<>();
    boolean[] more = {false};
    for (int p = 0; p < queries.partitions(); p++) {
      int partition = p;
      queries.read(
          p,
          rows -> {
            more[0] |= !scan(rows, partition, from, next, limit, budget, filter, hits);
            return partition;
          });
    }
    hits.sort(NEWEST_FIRST);
    List<Person> items = new ArrayList<>();
    PersonCodec codec = new PersonCodec();
    for (Hit hit : hits) {
      if (items.size() < limit) {
        items.add(codec.decode(hit.key(), hit.row()));
      } else {
        next.raise(hit.key());
        more[0] = true;
      }
    }
    return new Page<>(items, more[0] ? next.text() : null);
  }

  /// @return whether the partition has been looked at to its end
  private boolean scan(
      Rows rows,
      int partition,
      PeopleCursor from,
      PeopleCursor next,
      int limit,
      Budget budget,
      Filter filter,
      List<Hit> hits) {
    int[] counts = new int[2];
    boolean[] whole = {true};
    long[] newest = {Long.MAX_VALUE};
    rows.scanBack(
        Table.PERSON,
        Keys.person(PersonKey.at(workspace, partition, 0)),
        from.end(workspace, partition),
        (key, row) -> {
          boolean spent = ++counts[1] % LOOKS_PER_QUESTION == 0 && budget.spent();
          if (spent || counts[0] == limit) {
            whole[0] = false;
            return false;
          }
          PersonKey person = Keys.personIn(key);
          next.lower(person);
          PersonRecord read = new PersonRecord(row);
          if (filter.accepts(rows, person, read)) {
            newest[0] = Math.min(newest[0], read.createdAt());
            hits.add(new Hit(newest[0], person, row));
            counts[0]++;
          }
          return true;
        });
    return whole[0];
  }

  /// @param createdAt or earlier, so that it falls with the number
  @SuppressWarnings("ArrayRecordComponent")
  private record Hit(long createdAt, PersonKey key, byte[] row) {}
}
