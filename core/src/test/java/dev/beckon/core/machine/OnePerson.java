package dev.beckon.core.machine;

import dev.beckon.core.catalog.Catalog;
import dev.beckon.core.catalog.DefinitionException;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Person;
import dev.beckon.core.testing.Json;
import dev.beckon.core.value.Maps;
import dev.beckon.core.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person alone with the machine, and a clock that the test moves; timers fire on their own.
final class OnePerson {
  static final long START = 1_770_000_000_000L;
  private static final Identifier ANN = Identifier.id("ann");

  final List<Fact> facts = new ArrayList<>();
  final List<Effect.Deliver> mails = new ArrayList<>();
  private final List<Event> past = new ArrayList<>();
  private Catalog catalog = Catalog.empty(1);
  private Person person = Person.unborn(new PersonKey(1, 7), START);
  private long now = START;

  OnePerson publish(String document) {
    try {
      catalog = Catalog.compile(1, catalog.version() + 1, Json.fields(document), catalog.epochs());
    } catch (DefinitionException e) {
      throw new AssertionError(e.problems().toString(), e);
    }
    return this;
  }

  OnePerson sweep() {
    return take(new Input.Wake(now));
  }

  OnePerson is(String attribute, Object value) {
    return identify(attribute, Json.value(value), null);
  }

  OnePerson was(String attribute, Object value, Duration ago) {
    return identify(attribute, Json.value(value), now - ago.toMillis());
  }

  private OnePerson identify(String attribute, Value value, @Nullable Long setAt) {
    LinkedHashMap<String, Value> attributes = new LinkedHashMap<>();
    List<Identifier> sets = new ArrayList<>();
    if (attribute.equals("email")) {
      sets.add(Identifier.email(value.asText()));
    } else {
      attributes.put(attribute, value);
    }
    return take(new Input.Identify(now, ANN, sets, Maps.copy(attributes), setAt, false));
  }

  OnePerson does(String event) {
    return does(event, "{}", Duration.ZERO);
  }

  OnePerson does(String event, String data, Duration ago) {
    return take(
        new Input.Track(
            now,
            ANN,
            new Event(EventType.EVENT, event, Json.fields(data), now - ago.toMillis(), null)));
  }

  OnePerson reports(Metric metric) {
    return take(new Input.Report(now, mails.getLast().id(), metric, Value.Fields.EMPTY));
  }

  OnePerson reports(DeliveryId id, Metric metric) {
    return take(new Input.Report(now, id, metric, Value.Fields.EMPTY));
  }

  OnePerson passes(Duration time) {
    long until = now + time.toMillis();
    while (person.timerAt() <= until) {
      now = Math.max(now, person.timerAt());
      take(new Input.Wake(now));
    }
    now = until;
    return this;
  }

  OnePerson take(Input input) {
    Decision decision =
        PersonMachine.decide(person, input, catalog, reader -> past.forEach(reader));
    Person replayed = person;
    for (var change : decision.changes()) {
      replayed = replayed.apply(change);
    }
    if (!replayed.equals(decision.person())) {
      throw new AssertionError("Expected the changes to make the person, but they differ.");
    }
    Moves.note(person, decision);
    person = decision.person();
    facts.addAll(decision.facts());
    if (input instanceof Input.Track track) {
      past.add(track.event());
    }
    for (Effect effect : decision.effects()) {
      if (effect instanceof Effect.Deliver deliver) {
        mails.add(deliver);
      }
    }
    return this;
  }

  String attribute(String name) {
    Value value = person.profile().attribute(name);
    return value == null ? "" : value.asText();
  }

  Person person() {
    return person;
  }

  long now() {
    return now;
  }

  boolean isIn(int segment) {
    return person.standing().isMember(segment);
  }

  List<String> messages() {
    return mails.stream()
        .map(mail -> mail.rendering().context().get("message"))
        .map(OnePerson::name)
        .toList();
  }

  private static String name(Value message) {
    return message instanceof Value.Fields fields && fields.get("name") instanceof Value.Text text
        ? text.text()
        : "";
  }

  long counted(String metric) {
    return counted("", metric);
  }

  long counted(String step, String metric) {
    return facts.stream()
        .filter(Fact.Counted.class::isInstance)
        .map(Fact.Counted.class::cast)
        .filter(c -> c.subject() == Fact.Subject.CAMPAIGN)
        .filter(c -> c.step().equals(step) && c.metric().equals(metric))
        .mapToLong(Fact.Counted::by)
        .sum();
  }

  List<String> trace() {
    return facts.stream()
        .filter(Fact.Traced.class::isInstance)
        .map(Fact.Traced.class::cast)
        .map(t -> t.step().step() + ":" + t.step().action() + ":" + t.step().verdict())
        .toList();
  }

  List<Fact.Activity> activities(String type) {
    return facts.stream()
        .filter(Fact.Activity.class::isInstance)
        .map(Fact.Activity.class::cast)
        .filter(a -> a.type().equals(type))
        .toList();
  }
}
