package dev.beckon.engine;

import dev.beckon.core.person.Person;
import dev.beckon.core.segment.Membership;
import dev.beckon.core.value.LongMap;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;

/// Who is in which segment, by segment.
final class MemberBook {
  private static final byte[] EMPTY = new byte[0];

  private MemberBook() {}

  static void moved(Store store, Person before, Person after, int segment) {
    boolean member = after.standing().isMember(segment);
    if (before.standing().isMember(segment) == member) {
      return;
    }
    byte[] key = Keys.member(segment, after.key());
    if (member) {
      store.put(Table.MEMBER, key, EMPTY);
    } else {
      store.delete(Table.MEMBER, key);
    }
  }

  static void removeAll(Store store, Person person) {
    LongMap<Membership> memberships = person.standing().memberships();
    for (int i = 0; i < memberships.size(); i++) {
      if (memberships.valueAt(i).member()) {
        store.delete(Table.MEMBER, Keys.member((int) memberships.keyAt(i), person.key()));
      }
    }
  }
}
