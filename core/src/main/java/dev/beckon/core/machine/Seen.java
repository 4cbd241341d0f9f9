package dev.beckon.core.machine;

import dev.beckon.core.event.Event;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.person.Identifiers;
import dev.beckon.core.person.Person;
import dev.beckon.core.segment.Condition;
import dev.beckon.core.segment.LeafState;
import dev.beckon.core.segment.Subject;
import dev.beckon.core.value.Value;
import org.jspecify.annotations.Nullable;

/// A person as conditions see them, at one instant and maybe from within a journey.
///
/// @param journey null outside a journey
public record Seen(Person person, long now, @Nullable Journey journey) implements Subject {

  @Override
  public @Nullable Value attribute(String name) {
    Identifiers identifiers = person.profile().identifiers();
    return switch (name) {
      case "id" -> textOrNull(identifiers.idValue());
      case "email" -> textOrNull(identifiers.emailValue());
      case "cio_id" -> Value.of(person.key().cioIdText());
      default -> person.profile().attribute(name);
    };
  }

  private static @Nullable Value textOrNull(@Nullable String text) {
    return text == null ? null : Value.of(text);
  }

  @Override
  public LeafState leaf(long id) {
    LeafState state = person.standing().leaves().get(id);
    return state == null ? LeafState.NONE : state;
  }

  @Override
  public boolean isMember(int segment) {
    return person.standing().isMember(segment);
  }

  @Override
  public long knownSince() {
    return person.profile().knownSince();
  }

  @Override
  public long momentOf(Condition.Since since) {
    return switch (since) {
      case EVER -> Long.MIN_VALUE;
      case ENTRY -> journey == null ? now : journey.entryAt();
      case STEP -> journey == null ? now : journey.arrivedAt();
    };
  }

  @Override
  public @Nullable Value triggerField(String name) {
    Event trigger = journey == null ? null : journey.trigger();
    return trigger == null ? null : trigger.data().get(name);
  }
}
