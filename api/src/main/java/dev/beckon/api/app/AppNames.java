package dev.beckon.api.app;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Identifiers;
import dev.beckon.core.person.Person;
import org.jspecify.annotations.Nullable;

/// The names of a person; null where there is none.
record AppNames(@Nullable String id, @Nullable String email, String cioId) {

  static AppNames of(Person person) {
    Identifiers names = person.profile().identifiers();
    return new AppNames(names.idValue(), names.emailValue(), person.key().cioIdText());
  }

  /// Somebody who has been deleted.
  static AppNames gone(PersonKey key) {
    return new AppNames(null, null, key.cioIdText());
  }
}
