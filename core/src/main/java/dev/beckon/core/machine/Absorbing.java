package dev.beckon.core.machine;

import dev.beckon.core.catalog.Limits;
import dev.beckon.core.delivery.DeliveryMark;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.journey.Ending;
import dev.beckon.core.journey.Entry;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.person.Attribute;
import dev.beckon.core.person.Change;
import dev.beckon.core.person.Device;
import dev.beckon.core.person.Identifiers;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.LongMap;
import dev.beckon.core.value.Value;
import java.util.Map;

/// Takes in everything of a person who becomes part of this one: it fills gaps, what this person
/// has of their own stays; events count for segments and start nothing by themselves.
final class Absorbing {
  private final Deciding deciding;
  private final Journeys journeys;
  private final Input.Absorb input;
  private final Person other;
  private final Person before;

  Absorbing(Deciding deciding, Journeys journeys, Input.Absorb input) {
    this.deciding = deciding;
    this.journeys = journeys;
    this.input = input;
    this.other = input.other();
    this.before = deciding.person();
  }

  void run(History history) {
    deciding.change(
        new Change.SequenceMoved(
            Math.max(before.nextNumber(), input.offset() + other.nextNumber())));
    noteAbsorbed();
    Value.Fields kept = identifiers();
    attributes();
    devices();
    if (other.profile().knownSince() < before.profile().knownSince()) {
      deciding.change(new Change.KnownSince(other.profile().knownSince()));
    }
    new Recollection(deciding).join(other, history);
    deliveries();
    journeys();
    entries();
    deciding.touchAll();
    deciding.activity("profile_merge", "", deciding.now(), kept);
  }

  private void noteAbsorbed() {
    deciding.change(new Change.Absorbed(other.key().cioId(), input.offset()));
    LongMap<Long> earlier = other.course().absorbed();
    for (int i = 0; i < earlier.size(); i++) {
      deciding.change(new Change.Absorbed(earlier.keyAt(i), earlier.valueAt(i) + input.offset()));
    }
  }

  /// @return how the other was known
  private Value.Fields identifiers() {
    Value.Fields known = Value.Fields.EMPTY.with("cio_id", Value.of(other.key().cioIdText()));
    for (IdentifierKind kind : IdentifierKind.values()) {
      Identifiers.Held held = other.profile().identifiers().held(kind);
      String value = held == null ? null : held.pending() ? held.replaces() : held.value();
      if (value != null) {
        identifier(new Identifier(kind, value));
        known = known.with(kind.word(), Value.of(value));
      }
    }
    return Value.Fields.EMPTY.with("secondary", known);
  }

  private void identifier(Identifier identifier) {
    Identifiers.Held own = deciding.person().profile().identifiers().held(identifier.kind());
    boolean waited = deciding.person().profile().identifiers().holds(identifier);
    boolean kept = own == null || waited;
    if (kept) {
      deciding.change(
          new Change.IdentifierHeld(
              identifier.kind(), new Identifiers.Held(identifier.value(), false)));
      if (own != null && own.replaces() != null) {
        deciding.effect(new Effect.Release(new Identifier(identifier.kind(), own.replaces())));
      }
    }
    deciding.effect(new Effect.Transfer(identifier, other.key(), kept));
  }

  private void attributes() {
    int room = Limits.ATTRIBUTES_PER_PERSON_MAX;
    for (Map.Entry<String, Attribute> entry : other.profile().attributes().entrySet()) {
      String name = entry.getKey();
      boolean isNew = !deciding.person().profile().attributes().containsKey(name);
      boolean fits = !isNew || deciding.person().profile().attributes().size() < room;
      boolean empty = deciding.person().profile().attribute(name) == null;
      if (empty && fits && !entry.getValue().isRemoved()) {
        deciding.change(new Change.AttributeSet(name, entry.getValue()));
      }
    }
  }

  private void devices() {
    for (Device device : other.profile().devices().values()) {
      if (deciding.person().profile().devices().size() < Limits.DEVICES_PER_PERSON_MAX) {
        deciding.change(new Change.DeviceSet(device));
        deciding.effect(new Effect.Register(device.token()));
      }
    }
  }

  private void deliveries() {
    LongMap<DeliveryMark> marks = other.course().deliveries();
    for (int i = 0; i < marks.size(); i++) {
      DeliveryMark mark = marks.valueAt(i);
      LongMap<DeliveryMark> own = deciding.person().course().deliveries();
      if (own.size() >= Limits.DELIVERIES_REMEMBERED_MAX) {
        deciding.change(new Change.DeliveryForgotten(own.keyAt(0)));
      }
      deciding.change(
          new Change.DeliveryNoted(
              marks.keyAt(i) + input.offset(),
              new DeliveryMark(
                  mark.campaign(),
                  mark.step(),
                  moved(mark.journey()),
                  mark.createdAt(),
                  mark.outcomes(),
                  mark.anchors())));
    }
  }

  /// Journeys go on where the person was never in the campaign.
  private void journeys() {
    LongMap<Journey> coming = other.course().journeys();
    for (int i = 0; i < coming.size(); i++) {
      Journey journey = coming.valueAt(i);
      long number = journey.number() + input.offset();
      deciding.change(
          new Change.JourneyMoved(
              new Journey(
                  number,
                  journey.campaign(),
                  journey.state(),
                  journey.step(),
                  journey.startedAt(),
                  journey.entryAt(),
                  journey.arrivedAt(),
                  journey.trigger())));
      boolean full = deciding.person().course().journeys().size() > Limits.JOURNEYS_PER_PERSON_MAX;
      if (full || wasIn(journey.campaign())) {
        journeys.endByMember(
            number, Ending.PERSON_DELETED, "merged into a person who has been in the campaign");
      }
    }
  }

  private boolean wasIn(int campaign) {
    if (before.course().entries().get(campaign) != null) {
      return true;
    }
    LongMap<Journey> own = before.course().journeys();
    for (int i = 0; i < own.size(); i++) {
      if (own.valueAt(i).campaign() == campaign) {
        return true;
      }
    }
    return false;
  }

  private void entries() {
    LongMap<Entry> coming = other.course().entries();
    for (int i = 0; i < coming.size(); i++) {
      int campaign = (int) coming.keyAt(i);
      Entry theirs = coming.valueAt(i);
      Entry own = before.course().entries().get(campaign);
      deciding.change(
          new Change.EntryNoted(
              campaign,
              own == null
                  ? new Entry(theirs.times(), theirs.lastAt(), moved(theirs.convertedJourney()))
                  : new Entry(
                      own.times() + theirs.times(),
                      Math.max(own.lastAt(), theirs.lastAt()),
                      own.convertedJourney())));
    }
  }

  private long moved(long number) {
    return number == 0 ? 0 : number + input.offset();
  }
}
