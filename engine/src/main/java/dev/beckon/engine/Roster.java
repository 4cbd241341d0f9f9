package dev.beckon.engine;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Person;
import dev.beckon.engine.codec.NumberRow;
import dev.beckon.engine.codec.PersonCodec;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.MetaKind;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The people whose home is here: their rows, how many there are, and the keys of new ones.
final class Roster {
  private static final byte[] BORN = Keys.meta(MetaKind.BORN, 0);

  private final int index;
  private final PersonCodec codec = new PersonCodec();
  private final SortedMap<Integer, Long> people = new TreeMap<>();
  private final SortedSet<Integer> moved = new TreeSet<>();
  private long born;

  Roster(int index, Rows rows) {
    this.index = index;
    byte[] row = rows.get(Table.META, BORN);
    born = row == null ? 0 : NumberRow.read(row);
    byte[] from = Keys.metas(MetaKind.PEOPLE);
    rows.scan(
        Table.META,
        from,
        Keys.after(from),
        (key, count) -> {
          people.put(Keys.metaOf(key), NumberRow.read(count));
          return true;
        });
  }

  Person decode(PersonKey key, byte[] row) {
    return codec.decode(key, row);
  }

  void save(Store store, Person person) {
    store.put(Table.PERSON, Keys.person(person.key()), codec.encode(person));
  }

  /// The key that the next person to be created will have.
  PersonKey nextKey(int workspace) {
    return PersonKey.at(workspace, index, born + 1);
  }

  /// The same for somebody who may come to exist only later.
  PersonKey reserveKey(Store store, int workspace) {
    PersonKey key = nextKey(workspace);
    bear(store);
    return key;
  }

  void created(Store store, PersonKey key) {
    if (key.equals(nextKey(key.workspace()))) {
      bear(store);
    }
    count(key.workspace(), 1);
  }

  private void bear(Store store) {
    born++;
    store.put(Table.META, BORN, NumberRow.write(born));
  }

  void remove(Store store, PersonKey key) {
    store.delete(Table.PERSON, Keys.person(key));
    count(key.workspace(), -1);
  }

  /// How many people of the workspace are here.
  long people(int workspace) {
    return people.getOrDefault(workspace, 0L);
  }

  void finish(Store store) {
    for (int workspace : moved) {
      store.put(
          Table.META, Keys.meta(MetaKind.PEOPLE, workspace), NumberRow.write(people(workspace)));
    }
    moved.clear();
  }

  private void count(int workspace, int by) {
    people.merge(workspace, (long) by, Long::sum);
    moved.add(workspace);
  }
}
