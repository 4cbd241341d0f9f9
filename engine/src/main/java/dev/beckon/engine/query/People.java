package dev.beckon.engine.query;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Person;
import dev.beckon.engine.Routing;
import dev.beckon.engine.codec.NumberRow;
import dev.beckon.engine.codec.PersonCodec;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.MetaKind;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who is there: one person, all of them newest first, and search.
public final class People {
  private final Queries queries;

  public People(Queries queries) {
    this.queries = queries;
  }

  public Optional<Person> byKey(PersonKey key) {
    return queries.readHome(key, Optional.empty(), rows -> Optional.ofNullable(read(rows, key)));
  }

  static @Nullable Person read(Rows rows, PersonKey key) {
    byte[] row = rows.get(Table.PERSON, Keys.person(key));
    return row == null ? null : new PersonCodec().decode(key, row);
  }

  /// Whom the identifier's desk keeps it with.
  public Optional<PersonKey> keyOf(int workspace, Identifier identifier) {
    byte[] key = Keys.desk(workspace, identifier.normalized());
    return queries.read(
        Routing.deskOf(workspace, identifier, queries.partitions()),
        rows ->
            Optional.ofNullable(rows.get(Table.DESK, key))
                .map(row -> new PersonKey(workspace, NumberRow.read(row))));
  }

  /// Whether calls that name the identifier are dropped.
  public boolean isSuppressed(int workspace, Identifier identifier) {
    byte[] key = Keys.desk(workspace, identifier.normalized());
    return queries.read(
        Routing.deskOf(workspace, identifier, queries.partitions()),
        rows -> rows.get(Table.SUPPRESSED, key) != null);
  }

  public Optional<Person> byIdentifier(int workspace, Identifier identifier) {
    return keyOf(workspace, identifier).flatMap(this::byKey);
  }

  public long count(int workspace) {
    byte[] key = Keys.meta(MetaKind.PEOPLE, workspace);
    long count = 0;
    for (int p = 0; p < queries.partitions(); p++) {
      count +=
          queries.read(
              p,
              rows -> {
                byte[] row = rows.get(Table.META, key);
                return row == null ? 0L : NumberRow.read(row);
              });
    }
    return count;
  }

  /// Everybody, newest first.
  public Page<Person> newest(int workspace, @Nullable String cursor, int limit) {
    return new PeopleScan(queries, workspace)
        .page(cursor, limit, Budget.UNLIMITED, (_, _, _) -> true);
  }

  /// Whoever has the text as `cio_id`, at the start of the id or e-mail address, or at the start of
  /// words of `name`, `first_name` or `last_name`; one page only.
  public Page<Person> search(int workspace, String text, int limit, Budget budget) {
    return new PeopleSearch(queries, workspace, text, limit).page(budget);
  }
}
