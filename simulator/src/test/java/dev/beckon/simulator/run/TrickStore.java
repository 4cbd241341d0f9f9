package dev.beckon.simulator.run;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Change;
import dev.beckon.core.person.Course;
import dev.beckon.core.person.Person;
import dev.beckon.engine.codec.PersonCodec;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import org.jspecify.annotations.Nullable;

/// A store in front of another, for tricks to be played in single methods.
class TrickStore implements Store {
  private final Store own;

  TrickStore(Store own) {
    this.own = own;
  }

  @Override
  public byte @Nullable [] get(Table table, byte[] key) {
    return own.get(table, key);
  }

  @Override
  public void scan(Table table, byte[] from, byte @Nullable [] to, Visitor visitor) {
    own.scan(table, from, to, visitor);
  }

  @Override
  public void scanBack(Table table, byte[] from, byte @Nullable [] to, Visitor visitor) {
    own.scanBack(table, from, to, visitor);
  }

  @Override
  public void put(Table table, byte[] key, byte[] value) {
    own.put(table, key, value);
  }

  @Override
  public void delete(Table table, byte[] key) {
    own.delete(table, key);
  }

  @Override
  public void deleteRange(Table table, byte[] from, byte[] to) {
    own.deleteRange(table, from, to);
  }

  /// The row of a person with a change to it.
  static byte @Nullable [] changed(byte[] key, byte @Nullable [] row, Change change) {
    if (row == null) {
      return null;
    }
    PersonKey person = Keys.personIn(key);
    PersonCodec codec = new PersonCodec();
    return codec.encode(codec.decode(person, row).apply(change));
  }

  /// The row of a person of whom nobody became part.
  static byte[] withoutAbsorbed(byte[] key, byte[] row) {
    PersonKey whose = Keys.personIn(key);
    PersonCodec codec = new PersonCodec();
    Person person = codec.decode(whose, row);
    Course course = person.course();
    return codec.encode(
        new Person(
            whose,
            true,
            person.profile(),
            person.standing(),
            new Course(course.journeys(), course.entries(), course.deliveries()),
            person.catalogVersion(),
            person.nextNumber(),
            person.timerAt()));
  }

  /// Forgets every so many writes to a table.
  static Store forgetting(Store own, Table forgetful, int every) {
    return new TrickStore(own) {
      private int writes;

      @Override
      public void put(Table table, byte[] key, byte[] value) {
        if (table != forgetful || ++writes % every != 0) {
          super.put(table, key, value);
        }
      }
    };
  }
}
