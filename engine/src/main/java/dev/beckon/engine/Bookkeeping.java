package dev.beckon.engine;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Decision;
import dev.beckon.core.machine.Effect;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.machine.Input;
import dev.beckon.core.person.Change;
import dev.beckon.core.person.Person;
import dev.beckon.core.segment.Verdict;
import dev.beckon.engine.codec.ByteSink;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Store;
import java.util.Set;

/// Writes down what follows from a decision: the person, and every row that speaks of them.
final class Bookkeeping {
  private static final String PROFILE_DELETE = "profile_delete";

  /// Activities that are counted for the workspace as a whole.
  private static final Set<String> COUNTED = Set.of("event", "page", "screen", "profile_create");

  private final int partitions;
  private final Position position;
  private final Relays relays;
  private final Roster roster;
  private final Timers timers;
  private final Tallies tallies;
  private final Outbox outbox;
  private final ActivityLog activities;
  private final DeliveryBook deliveries;
  private final JourneyBook journeys;
  private final ByteSink out;

  Bookkeeping(Rows rows, Turn turn, Relays relays, Site site) {
    this.out = site.scratch();
    this.partitions = site.partitions();
    this.relays = relays;
    this.position = site.position();
    this.roster = new Roster(site.index(), rows);
    this.timers = new Timers(rows);
    this.tallies = new Tallies(out);
    this.outbox = new Outbox(site.index(), position, turn, out);
    this.activities = new ActivityLog(site.index(), position, out);
    this.deliveries = new DeliveryBook(position, out);
    this.journeys = new JourneyBook(position, out);
  }

  Roster roster() {
    return roster;
  }

  JourneyBook journeys() {
    return journeys;
  }

  Timers timers() {
    return timers;
  }

  Tallies tallies() {
    return tallies;
  }

  Outbox outbox() {
    return outbox;
  }

  ActivityLog activities() {
    return activities;
  }

  /// @param before as the decision found them; their timer is still in the table
  void write(Store store, Person before, Input input, Decision decision) {
    write(store, before, before.timerAt(), input, decision);
  }

  /// @param armed the due time of the timer that is in the table
  void write(Store store, Person before, long armed, Input input, Decision decision) {
    Person after = decision.person();
    if (before.exists() && !after.exists()) {
      remove(store, before, armed, decision);
      return;
    }
    if (after.exists() && !decision.changes().isEmpty()) {
      if (!before.exists()) {
        roster.created(store, after.key());
      }
      roster.save(store, after);
      timers.move(store, after.key(), armed, after.timerAt());
      for (Change change : decision.changes()) {
        follow(store, before, after, change);
      }
    } else if (after.exists()) {
      timers.move(store, after.key(), armed, after.timerAt());
    }
    for (Effect effect : decision.effects()) {
      perform(store, after.key(), effect, input.at());
    }
    for (Fact fact : decision.facts()) {
      keep(store, after, fact);
    }
    journeys.traced(store, after.key(), decision.facts());
    for (Change change : decision.changes()) {
      if (change instanceof Change.EntryNoted noted) {
        journeys.converted(store, before, after.key(), noted, input.at());
      }
    }
  }

  /// Nothing stays of a deleted person but the word that they were deleted, and the counters.
  private void remove(Store store, Person before, long armed, Decision decision) {
    PersonKey key = before.key();
    for (Effect effect : decision.effects()) {
      if (effect instanceof Effect.Depart depart) {
        new Packing(relays).send(store, depart, position.at());
        Redirects.note(store, key, depart.into(), position.at(), out);
      }
    }
    timers.move(store, key, armed, Verdict.NEVER);
    MemberBook.removeAll(store, before);
    journeys.removeAll(store, key);
    deliveries.removeAll(store, key);
    activities.removeAll(store, key);
    roster.remove(store, key);
    for (Effect effect : decision.effects()) {
      if (!(effect instanceof Effect.Deliver)) {
        perform(store, key, effect, position.at());
      }
    }
    for (Fact fact : decision.facts()) {
      if (fact instanceof Fact.Counted counted) {
        tallies.count(key.workspace(), counted);
      } else if (fact instanceof Fact.Activity activity && activity.type().equals(PROFILE_DELETE)) {
        activities.add(store, key, activity);
      }
    }
  }

  private void follow(Store store, Person before, Person after, Change change) {
    switch (change) {
      case Change.MembershipMoved moved -> MemberBook.moved(store, before, after, moved.segment());
      case Change.MembershipForgotten forgotten ->
          MemberBook.moved(store, before, after, forgotten.segment());
      case Change.JourneyMoved moved -> journeys.moved(store, after, moved.journey());
      case Change.Created _,
          Change.AttributeSet _,
          Change.IdentifierHeld _,
          Change.DeviceSet _,
          Change.Absorbed _,
          Change.DeviceRemoved _,
          Change.KnownSince _,
          Change.LeafMoved _,
          Change.LeafForgotten _,
          Change.JourneyEnded _,
          Change.EntryNoted _,
          Change.DeliveryNoted _,
          Change.DeliveryForgotten _,
          Change.CatalogAdopted _,
          Change.SequenceMoved _,
          Change.TimerArmed _,
          Change.Deleted _ -> {}
    }
  }

  private void perform(Store store, PersonKey person, Effect effect, long at) {
    switch (effect) {
      case Effect.Deliver deliver -> outbox.add(store, deliver);
      case Effect.Claim claim ->
          relays.send(
              store,
              Routing.deskOf(person.workspace(), claim.identifier(), partitions),
              new Message.Claim(person, claim.identifier(), at));
      case Effect.Block block ->
          relays.send(
              store,
              Routing.deskOf(person.workspace(), block.identifier(), partitions),
              new Message.Block(person, block.identifier(), block.together(), at));
      case Effect.Register register ->
          relays.send(
              store,
              Routing.shelfOf(person.workspace(), register.token(), partitions),
              new Message.DeviceSeen(person, register.token(), at));
      case Effect.Unregister unregister ->
          relays.send(
              store,
              Routing.shelfOf(person.workspace(), unregister.token(), partitions),
              new Message.DeviceLost(person, unregister.token(), at));
      case Effect.Tell tell ->
          relays.send(
              store, tell.whom().partition(), new Message.ToPerson(tell.whom(), tell.input()));
      case Effect.TellHolder tell ->
          relays.send(
              store,
              Routing.deskOf(person.workspace(), tell.whom(), partitions),
              new Message.ToIdentifier(person.workspace(), tell.whom(), tell.input()));
      case Effect.Transfer transfer ->
          relays.send(
              store,
              Routing.deskOf(person.workspace(), transfer.identifier(), partitions),
              new Message.Transfer(
                  transfer.from(), transfer.kept() ? person : null, transfer.identifier(), at));
      case Effect.Associate associate ->
          relays.send(
              store,
              Routing.visitorsOf(person.workspace(), associate.anonymousId(), partitions),
              new Message.Associate(person, associate.anonymousId(), at));
      case Effect.Depart _ -> {}
      case Effect.Release release ->
          relays.send(
              store,
              Routing.deskOf(person.workspace(), release.identifier(), partitions),
              new Message.Release(person, release.identifier(), at));
    }
  }

  private void keep(Store store, Person person, Fact fact) {
    PersonKey key = person.key();
    switch (fact) {
      case Fact.Activity activity when activity.number() == 0 ->
          activities.addOfNobody(store, key.workspace(), activity, null);
      case Fact.Activity activity -> {
        activities.add(store, key, activity);
        if (COUNTED.contains(activity.type())) {
          tallies.count(key.workspace(), activity.type(), activity.at(), 1);
        }
      }
      case Fact.Traced _ -> {} // all together, below
      case Fact.Begun begun -> journeys.begun(store, key, begun.journey());
      case Fact.Ended ended -> journeys.ended(store, person, ended);
      case Fact.Decided decided -> deliveries.decided(store, decided.delivery());
      case Fact.Outcome outcome -> deliveries.became(store, outcome);
      case Fact.Counted counted -> tallies.count(key.workspace(), counted);
    }
  }

  void finish(Store store) {
    activities.finish(store);
    roster.finish(store);
    timers.finish(store);
    tallies.finish(store);
  }
}
