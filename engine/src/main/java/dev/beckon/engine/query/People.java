package dev.beckon.engine.query;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Person;
import dev.beckon.engine.codec.Ahead;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who is there: one person, all of them newest first, and search.
public final class People {

  public People(Queries queries) {}

  public Optional<Person> byKey(PersonKey key) {
    @SuppressWarnings("unchecked")
    Optional<Person> later = (Optional<Person>) Ahead.ofTime(Optional.class);
    return later;
  }

  /// Whom the identifier's desk keeps it with.
  public Optional<PersonKey> keyOf(int workspace, Identifier identifier) {
    @SuppressWarnings("unchecked")
    Optional<PersonKey> later = (Optional<PersonKey>) Ahead.ofTime(Optional.class);
    return later;
  }

  public Optional<Person> byIdentifier(int workspace, Identifier identifier) {
    @SuppressWarnings("unchecked")
    Optional<Person> later = (Optional<Person>) Ahead.ofTime(Optional.class);
    return later;
  }

  public long count(int workspace) {
    return Ahead.ofTime(Long.class);
  }

  /// Everybody, newest first.
  public Page<Person> newest(int workspace, @Nullable String cursor, int limit) {
    @SuppressWarnings("unchecked")
    Page<Person> later = (Page<Person>) Ahead.ofTime(Page.class);
    return later;
  }

  /// Whoever has the text as `cio_id`, at the start of the id or e-mail address, or at the start of
  /// a word of `name`, `first_name` or `last_name`.
  public Page<Person> search(int workspace, String text, int limit, Budget budget) {
    @SuppressWarnings("unchecked")
    Page<Person> later = (Page<Person>) Ahead.ofTime(Page.class);
    return later;
  }
}
