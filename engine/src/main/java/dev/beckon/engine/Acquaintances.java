package dev.beckon.engine;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.codec.PersonRecord;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Who lives here and was asked for lately, by a hash of the identifier: guesses that save looks
/// into the desk's rows.
///
/// A guess is believed only if the person's own row says that they hold the identifier and do not
/// wait for it: desk and home being the same partition, the two are then never of different minds.
/// So nothing has to be forgotten when identifiers move, and two of the same hash do no harm.
final class Acquaintances {
  private static final int SLOT_BITS = 15;
  private static final int MARK_BITS = 16;
  private static final long NUMBER = -1L >>> MARK_BITS;

  private final int index;

  /// Each a mark of the identifier (16 bits) and the number of the person; 0 for nobody.
  private final long[] people = new long[1 << SLOT_BITS];

  Acquaintances(int index) {
    this.index = index;
  }

  /// Somebody with their row.
  static final class Met {
    private final PersonKey key;
    private final byte[] row;

    private Met(PersonKey key, byte[] row) {
      this.key = key;
      this.row = row;
    }

    PersonKey key() {
      return key;
    }

    byte[] row() {
      return row;
    }
  }

  /// @param identifier normalized
  @Nullable Met meet(Rows rows, int workspace, Identifier identifier, byte[] deskKey) {
    long hash = hash(deskKey);
    long guess = people[slot(hash)];
    if (guess == 0 || mark(guess) != mark(hash)) {
      return null;
    }
    PersonKey key = PersonKey.at(workspace, index, guess & NUMBER);
    byte[] row = rows.get(Table.PERSON, Keys.person(key));
    return row != null && PersonRecord.holds(row, identifier) ? new Met(key, row) : null;
  }

  void remember(byte[] deskKey, PersonKey person) {
    if (person.partition() == index) {
      long hash = hash(deskKey);
      people[slot(hash)] = mark(hash) << (Long.SIZE - MARK_BITS) | (person.cioId() & NUMBER);
    }
  }

  private static long hash(byte[] deskKey) {
    return Arrays.hashCode(deskKey) * 0x9e3779b97f4a7c15L;
  }

  private static long mark(long hash) {
    return hash >>> (Long.SIZE - MARK_BITS);
  }

  private static int slot(long hash) {
    return (int) (hash >>> (Long.SIZE - MARK_BITS - SLOT_BITS)) & ((1 << SLOT_BITS) - 1);
  }
}
