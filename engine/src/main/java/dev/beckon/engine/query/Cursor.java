package dev.beckon.engine.query;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.store.Keys;
import org.jspecify.annotations.Nullable;

/// Where a listing of one person's rows has come to, from the highest number down.
final class Cursor {
  private static final int RADIX = 36;

  private long number;
  private int looks;
  private boolean goesOn;

  /// The end of what is older than the cursor.
  static byte[] endOf(PersonKey person, @Nullable String cursor) {
    return cursor == null ? Keys.after(Keys.person(person)) : Keys.numbered(person, parse(cursor));
  }

  private static long parse(String cursor) {
    try {
      return Long.parseLong(cursor, RADIX);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Expected the cursor of an earlier page, but got \"" + cursor + "\".", e);
    }
  }

  void passed(long lastNumber) {
    number = lastNumber;
    looks++;
  }

  int looks() {
    return looks;
  }

  /// There is more than was looked at.
  ///
  /// @return false, for visitors that stop
  boolean goesOn() {
    goesOn = true;
    return false;
  }

  @Nullable String text() {
    return goesOn ? Long.toString(number, RADIX) : null;
  }
}
