package dev.beckon.engine.testing;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.person.Identifiers;
import dev.beckon.core.person.Person;
import dev.beckon.engine.codec.ActivityRow;
import dev.beckon.engine.codec.NumberRow;
import dev.beckon.engine.codec.PersonCodec;
import dev.beckon.engine.query.Queries;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Looks at every row of a world and says what is not as it should be.
public final class Audit {
  private static final byte[] FIRST = new byte[0];

  private final Queries queries;

  public Audit(Queries queries) {
    this.queries = queries;
  }

  public int rows(Table table) {
    int[] count = {0};
    for (int p = 0; p < queries.partitions(); p++) {
      queries.read(
          p,
          rows -> {
            rows.scan(
                table,
                FIRST,
                null,
                (_, _) -> {
                  count[0]++;
                  return true;
                });
            return count;
          });
    }
    return count[0];
  }

  public List<Person> people() {
    List<Person> people = new ArrayList<>();
    PersonCodec codec = new PersonCodec();
    for (int p = 0; p < queries.partitions(); p++) {
      queries.read(
          p,
          rows -> {
            rows.scan(
                Table.PERSON,
                FIRST,
                null,
                (key, row) -> people.add(codec.decode(Keys.personIn(key), row)));
            return people;
          });
    }
    return people;
  }

  /// All activities, of one partition after the other, in the order of their people and numbers.
  public List<Fact.Activity> activities(String type) {
    List<Fact.Activity> activities = new ArrayList<>();
    for (int p = 0; p < queries.partitions(); p++) {
      queries.read(
          p,
          rows -> {
            rows.scan(
                Table.ACTIVITY,
                FIRST,
                null,
                (key, row) -> {
                  Fact.Activity activity = ActivityRow.read(Keys.numberIn(key), row).activity();
                  return !activity.type().equals(type) || activities.add(activity);
                });
            return activities;
          });
    }
    return activities;
  }

  /// Whatever contradicts: one identifier, one person; every identifier at its desk; nothing left.
  public List<String> contradictions() {
    List<String> found = new ArrayList<>();
    SortedMap<String, PersonKey> desks = desks();
    SortedMap<String, PersonKey> held = new TreeMap<>();
    for (Person person : people()) {
      for (IdentifierKind kind : IdentifierKind.values()) {
        Identifiers.Held slot = person.profile().identifiers().held(kind);
        if (slot == null) {
          continue;
        }
        if (slot.pending()) {
          found.add("still waits for its desk: " + slot + " of " + person.key());
        }
        String name = name(new Identifier(kind, slot.value()));
        PersonKey other = held.put(name, person.key());
        if (other != null) {
          found.add("has two people: " + name + ", " + other + " and " + person.key());
        }
      }
    }
    if (!held.equals(desks)) {
      found.add("desks say " + desks + ", people say " + held);
    }
    if (rows(Table.RELAY) > 0) {
      found.add("relays are left over: " + rows(Table.RELAY));
    }
    return found;
  }

  private SortedMap<String, PersonKey> desks() {
    SortedMap<String, PersonKey> desks = new TreeMap<>();
    for (int p = 0; p < queries.partitions(); p++) {
      queries.read(
          p,
          rows -> {
            rows.scan(
                Table.DESK,
                FIRST,
                null,
                (key, row) -> {
                  Identifier identifier =
                      new Identifier(IdentifierKind.ofCode(key[4]), Keys.deskValue(key));
                  desks.put(
                      name(identifier), new PersonKey(Keys.workspaceIn(key), NumberRow.read(row)));
                  return true;
                });
            return desks;
          });
    }
    return desks;
  }

  private static String name(Identifier identifier) {
    Identifier normalized = identifier.normalized();
    return normalized.kind() + " " + normalized.value();
  }
}
