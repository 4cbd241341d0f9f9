package dev.beckon.core.machine;

import dev.beckon.core.catalog.Catalog;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.event.Event;
import dev.beckon.core.person.Change;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One decision in the making: the person so far, what has been said, and what is still to look at.
final class Deciding {
  private final Catalog catalog;
  private final long now;
  private final List<Change> changes = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();

  /// Segments to evaluate, by their place in the order of evaluation.
  private final BitSet touched = new BitSet();

  private Person person;
  private @Nullable Event event;

  Deciding(Person person, Catalog catalog, long now) {
    this.person = person;
    this.catalog = catalog;
    this.now = now;
  }

  Person person() {
    return person;
  }

  Catalog catalog() {
    return catalog;
  }

  long now() {
    return now;
  }

  /// The event that is being decided on, if the input is one.
  @Nullable Event event() {
    return event;
  }

  BitSet touched() {
    return touched;
  }

  void happened(Event happened) {
    event = happened;
  }

  void change(Change change) {
    person = person.apply(change);
    changes.add(change);
  }

  void effect(Effect effect) {
    effects.add(effect);
  }

  void fact(Fact fact) {
    facts.add(fact);
  }

  /// The next number of the person's own sequence.
  long number() {
    long number = person.nextNumber();
    change(new Change.SequenceMoved(number + 1));
    return number;
  }

  void touchAll() {
    touched.set(0, catalog.segments().size());
  }

  void touchAttribute(String name) {
    touched.or(catalog.segmentIndex().touchedByAttribute(name));
  }

  /// Writes into the person's activity log; somebody who does not exist has no numbers.
  void activity(String type, String name, long timestamp, Value.Fields data) {
    long number = person.exists() ? number() : 0;
    fact(new Fact.Activity(number, now, type, name, timestamp, data, 0));
  }

  /// Writes about a message.
  void activity(String type, String name, Value.Fields data, DeliveryId delivery) {
    fact(new Fact.Activity(number(), now, type, name, now, data, delivery.number()));
  }

  /// Says that one attribute was refused, with the reason (spec: data-in.md, 5.2).
  void refused(String attribute, String value, String reason) {
    LinkedHashMap<String, Value> why = new LinkedHashMap<>();
    why.put("reason", Value.of(reason));
    why.put("value", Value.of(value));
    activity(
        "failed_attribute_change",
        attribute,
        now,
        Value.Fields.EMPTY.with(attribute, new Value.Fields(why)));
  }

  Decision decision() {
    return new Decision(person, List.copyOf(changes), List.copyOf(effects), List.copyOf(facts));
  }
}
