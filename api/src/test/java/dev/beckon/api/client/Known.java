package dev.beckon.api.client;

import dev.beckon.api.testing.Stage;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import dev.beckon.engine.query.Activities;
import dev.beckon.engine.query.ActivityFilter;
import dev.beckon.engine.query.People;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// What Beckon knows after a client has spoken.
final class Known {
  private static final ActivityFilter DONE =
      new ActivityFilter(Set.of("event", "page", "screen"), Set.of(), null, false);

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long LOOK_NANOS = 20_000_000;

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

  /// Waits until an activity is there: nobody is told when a browser sends what a page has left.
  static void await(Stage stage, String email, String activity) {
    long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
    while (!activities(stage, email).contains(activity)) {
      if (System.nanoTime() > giveUpAt) {
        throw new AssertionError("Expected " + activity + ", but got " + activities(stage, email));
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private static Person person(Stage stage, String email) {
    return new People(stage.host().queries())
        .byIdentifier(stage.workspace(), Identifier.email(email))
        .orElseThrow(() -> new AssertionError("Expected somebody with " + email + "."));
  }
}
