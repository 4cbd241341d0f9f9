package dev.beckon.api.client;

import dev.beckon.api.testing.Stage;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import dev.beckon.engine.query.Activities;
import dev.beckon.engine.query.ActivityFilter;
import dev.beckon.engine.query.People;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What Beckon knows after a client has spoken.
final class Known {
  private static final ActivityFilter DONE =
      new ActivityFilter(Set.of("event", "page", "screen"), Set.of(), null, false);

  private Known() {}

  static @Nullable Value attribute(Stage stage, String email, String name) {
    return person(stage, email).profile().attribute(name);
  }

  /// What the person did, oldest first, as type and name.
  static List<String> activities(Stage stage, String email) {
    return new Activities(stage.host().queries())
        .ofPerson(person(stage, email).key(), DONE, null, 100).items().reversed().stream()
            .map(view -> view.activity().type() + " " + view.activity().name())
            .toList();
  }

  private static Person person(Stage stage, String email) {
    return new People(stage.host().queries())
        .byIdentifier(stage.workspace(), Identifier.email(email))
        .orElseThrow(() -> new AssertionError("Expected somebody with " + email + "."));
  }
}
