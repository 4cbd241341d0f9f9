package dev.beckon.engine.query;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import dev.beckon.engine.codec.NumberRow;
import dev.beckon.engine.codec.PersonRecord;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds people by what somebody types: first by identifiers, then by the words of names.
final class PeopleSearch {
  private static final Pattern CIO_ID = Pattern.compile("[0-9a-f]{16}");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final List<String> NAMES = List.of("name", "first_name", "last_name");

  private final Queries queries;
  private final int workspace;
  private final String text;
  private final int limit;
  private final LinkedHashMap<PersonKey, Person> found = new LinkedHashMap<>();

  PeopleSearch(Queries queries, int workspace, String text, int limit) {
    this.queries = queries;
    this.workspace = workspace;
    this.text = text.strip();
    this.limit = limit;
  }

  Page<Person> page(Budget budget) {
    if (text.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    if (CIO_ID.matcher(text).matches()) {
      add(PersonKey.parse(workspace, text));
    }
    for (IdentifierKind kind : IdentifierKind.values()) {
      byIdentifier(new Identifier(kind, text).normalized());
    }
    if (found.size() < limit) {
      byName(budget);
    }
    return new Page<>(List.copyOf(found.values()), null);
  }

  private void byIdentifier(Identifier start) {
    byte[] from = Keys.desk(workspace, start);
    List<PersonKey> keys = new ArrayList<>();
    for (int p = 0; p < queries.partitions(); p++) {
      int before = keys.size();
      queries.read(
          p,
          rows -> {
            rows.scan(
                Table.DESK,
                from,
                Keys.after(from),
                (_, row) -> {
                  keys.add(new PersonKey(workspace, NumberRow.read(row)));
                  return keys.size() - before < limit;
                });
            return before;
          });
    }
    keys.forEach(this::add);
  }

  private void add(PersonKey key) {
    if (found.size() < limit && !found.containsKey(key)) {
      Optional<Person> person = new People(queries).byKey(key);
      person.ifPresent(read -> found.put(key, read));
    }
  }

  private void byName(Budget budget) {
    String[] words = BLANKS.split(text.toLowerCase(Locale.ROOT));
    new PeopleScan(queries, workspace)
        .page(null, limit, budget, (_, _, person) -> isNamed(person, words)).items().stream()
            .filter(person -> found.size() < limit)
            .forEach(person -> found.putIfAbsent(person.key(), person));
  }

  /// Whether every word typed begins a word of the person's names.
  private static boolean isNamed(PersonRecord person, String[] typed) {
    List<String> names = new ArrayList<>();
    for (String attribute : NAMES) {
      if (person.attribute(attribute) instanceof Value.Text(String name)) {
        names.addAll(List.of(BLANKS.split(name.toLowerCase(Locale.ROOT))));
      }
    }
    for (String word : typed) {
      if (names.stream().noneMatch(name -> name.startsWith(word))) {
        return false;
      }
    }
    return true;
  }
}
