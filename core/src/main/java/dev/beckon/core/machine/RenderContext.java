package dev.beckon.core.machine;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.campaign.Step;
import dev.beckon.core.event.Event;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/// The data that a message is rendered with, taken at the moment of the decision, so that a late
/// render cannot race with an edit (spec: journeys.md, 5.3).
public final class RenderContext {
  private static final long MS_PER_SECOND = 1_000;

  private RenderContext() {}

  static Value.Fields of(Person person, Campaign campaign, Journey journey, Step.Send step) {
    LinkedHashMap<String, Value> context = new LinkedHashMap<>();
    context.put("customer", customer(person));
    Event trigger = journey.trigger();
    if (trigger != null) {
      putEvent(context, trigger);
    }
    context.put(
        "journey",
        Value.Fields.EMPTY.with("id", Value.of(person.key().cioIdText() + "-" + journey.number())));
    context.put(
        "campaign",
        Value.Fields.EMPTY
            .with("id", Value.of(campaign.id()))
            .with("name", Value.of(campaign.name())));
    context.put("message", Value.Fields.EMPTY.with("name", Value.of(step.message())));
    return new Value.Fields(context);
  }

  /// The attributes of a person together with their identifiers.
  public static Value.Fields customer(Person person) {
    LinkedHashMap<String, Value> customer = new LinkedHashMap<>();
    person
        .profile()
        .attributes()
        .forEach(
            (name, attribute) -> {
              if (!attribute.isRemoved()) {
                customer.put(name, attribute.value());
              }
            });
    String id = person.profile().identifiers().idValue();
    String email = person.profile().identifiers().emailValue();
    if (id != null) {
      customer.put("id", Value.of(id));
    }
    if (email != null) {
      customer.put("email", Value.of(email));
    }
    customer.put("cio_id", Value.of(person.key().cioIdText()));
    customer.put(
        "_created_in_customerio_at", Value.of(person.profile().createdAt() / MS_PER_SECOND));
    return new Value.Fields(customer);
  }

  /// Puts the event that started a journey into a context.
  public static void putEvent(Map<String, Value> context, Event event) {
    context.put("event", event.data());
    context.put("event_name", Value.of(event.name()));
    context.put("event_timestamp", Value.of(event.timestamp() / MS_PER_SECOND));
    if (event.id() != null) {
      context.put("event_id", Value.of(event.id()));
    }
  }
}
