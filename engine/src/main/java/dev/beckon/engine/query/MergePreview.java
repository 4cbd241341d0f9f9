package dev.beckon.engine.query;

import dev.beckon.core.catalog.Catalog;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Decision;
import dev.beckon.core.machine.History;
import dev.beckon.core.machine.Input;
import dev.beckon.core.machine.PersonMachine;
import dev.beckon.core.person.Person;
import dev.beckon.engine.codec.CatalogRow;
import dev.beckon.engine.codec.Past;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Table;
import java.util.Optional;

/// What would come of a merge: the very decision that the primary's home would take, on people as
/// they are now, and of which nothing is written.
public final class MergePreview {
  private final Queries queries;
  private final People people;

  public MergePreview(Queries queries) {
    this.queries = queries;
    this.people = new People(queries);
  }

  /// Both people, and what would be decided.
  ///
  /// @param decision with the person as they would be, all changes, messages and facts
  public record Outcome(Person primary, Person secondary, Decision decision) {}

  /// Nothing where one of the two is not there, or they are the same.
  ///
  /// @param at when it would happen (epoch ms)
  public Optional<Outcome> of(PersonKey primary, PersonKey secondary, long at) {
    if (primary.equals(secondary)) {
      return Optional.empty();
    }
    Optional<Person> other = people.byKey(secondary);
    return people
        .byKey(primary)
        .flatMap(
            person -> other.map(coming -> new Outcome(person, coming, decide(person, coming, at))));
  }

  private Decision decide(Person primary, Person secondary, long at) {
    Catalog catalog = catalogOf(primary.key());
    Person current = wake(primary, catalog, at);
    Input input = new Input.Absorb(at, secondary, current.nextNumber() - 1);
    return PersonMachine.decide(current, input, catalog, both(primary.key(), secondary.key()));
  }

  private Person wake(Person primary, Catalog catalog, long at) {
    History own = past(primary.key());
    return PersonMachine.decide(primary, new Input.Wake(at), catalog, own).person();
  }

  private Catalog catalogOf(PersonKey person) {
    int workspace = person.workspace();
    return queries.readHome(
        person,
        Catalog.empty(workspace),
        rows -> {
          byte[] row = rows.get(Table.CATALOG, Keys.workspace(workspace));
          return row == null ? Catalog.empty(workspace) : CatalogRow.read(row).compiled(workspace);
        });
  }

  private History both(PersonKey primary, PersonKey secondary) {
    return reader -> {
      past(primary).forEach(reader);
      past(secondary).forEach(reader);
    };
  }

  private History past(PersonKey person) {
    return reader ->
        queries.readHome(
            person,
            false,
            rows -> {
              Past.of(rows, person).forEach(reader);
              return true;
            });
  }
}
