package dev.beckon.engine;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.core.person.Identifiers;
import dev.beckon.core.person.Person;
import dev.beckon.engine.codec.PersonRecord;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import org.jspecify.annotations.Nullable;

/// What comes in for people whose home is here, and for those who are no longer there.
final class Homes {
  private final Site site;
  private final Turn turn;
  private final Relays relays;
  private final Bookkeeping books;
  private final Decider decider;
  private final Newcomers newcomers;

  Homes(
      Site site,
      Turn turn,
      Relays relays,
      Bookkeeping books,
      Decider decider,
      Newcomers newcomers) {
    this.site = site;
    this.turn = turn;
    this.relays = relays;
    this.books = books;
    this.decider = decider;
    this.newcomers = newcomers;
  }

  void toPerson(Store store, PersonKey person, Input input) {
    byte[] row = store.get(Table.PERSON, Keys.person(person));
    if (row == null) {
      toNobody(store, person, input);
    } else {
      toPerson(store, person, row, input);
    }
  }

  void toPerson(Store store, PersonKey person, byte[] row, Input input) {
    clearOutbox(store, input);
    turn.concerns(person);
    Input inOrder = inOrder(input);
    byte[] asOfNow = decider.ringUntil(store, person, row, inOrder.at());
    if (!decider.decide(store, person, asOfNow, inOrder)) {
      turn.quarantine();
    }
  }

  /// Has an input decided on for somebody who may come to exist by it.
  ///
  /// @param given what desks have given them already
  /// @return whether somebody exists now
  boolean create(Store store, PersonKey key, Input input, Identifiers given) {
    Person decided = decider.decideOnUnborn(store, key, inOrder(input), given);
    if (decided == null) {
      turn.quarantine();
    } else if (decided.exists()) {
      turn.concerns(key);
    }
    return decided != null && decided.exists();
  }

  /// The end of a message is known, whether or not the person is still there.
  private void clearOutbox(Store store, Input input) {
    if (input instanceof Input.Report report && report.metric().endsDispatch()) {
      books.outbox().remove(store, report.delivery());
    }
  }

  private Input inOrder(Input input) {
    return Overtaken.asOf(site.position().at(), input);
  }

  /// The person is not there yet, or gone. What was said of an identifier goes back to its desk;
  /// first it is told that the identifier is free, in case it was lent to somebody who had gone.
  private void toNobody(Store store, PersonKey person, Input input) {
    clearOutbox(store, input);
    Identifier by = byOf(input);
    PersonKey into = Redirects.of(store, person);
    if (newcomers.get(person) != null) {
      newcomers.await(store, person, new Message.ToPerson(person, input));
    } else if (into != null) {
      redirect(store, person, into, input);
    } else if (input instanceof Input.ClaimAnswered answer && answer.granted()) {
      int desk = Routing.deskOf(person.workspace(), answer.identifier(), site.partitions());
      relays.send(store, desk, new Message.Release(person, answer.identifier(), input.at()));
    } else if (input instanceof Input.Propose proposed) {
      int desk = Routing.deskOf(person.workspace(), proposed.shared(), site.partitions());
      relays.send(store, desk, new Message.Claim(proposed.from(), proposed.shared(), input.at()));
    } else if (by != null) {
      int desk = Routing.deskOf(person.workspace(), by, site.partitions());
      relays.send(store, desk, new Message.Release(person, by, input.at()));
      relays.send(store, desk, new Message.ToIdentifier(person.workspace(), by, input));
    } else if (input instanceof Input.Identify
        || input instanceof Input.Track
        || input instanceof Input.DeviceSeen
        || input instanceof Input.Merge
        || (input instanceof Input.Depart depart && depart.shared() == null)) {
      decider.decideOnUnborn(store, person, input);
    }
  }

  /// For somebody who became part of a person whose home is here.
  void forwarded(Store store, Message.Forwarded forwarded) {
    PersonKey person = forwarded.person();
    Input input = forwarded.input();
    byte[] row = store.get(Table.PERSON, Keys.person(person));
    PersonKey into = Redirects.of(store, person);
    if (row == null && into != null) {
      redirect(store, forwarded.from(), into, input);
    } else if (input instanceof Input.ClaimAnswered answer) {
      if (row == null || !PersonRecord.holds(row, answer.identifier().normalized())) {
        free(store, forwarded.from(), answer.identifier(), input.at());
      }
    } else if (row != null) {
      toPerson(store, person, row, input);
    } else {
      Identifier by = byOf(input);
      if (by != null) {
        free(store, forwarded.from(), by, input.at());
      }
      toNobody(store, person, input);
    }
  }

  /// Somebody who is gone was given an identifier, and nobody took it over.
  private void free(Store store, PersonKey from, Identifier identifier, long at) {
    relays.send(
        store,
        Routing.deskOf(from.workspace(), identifier, site.partitions()),
        new Message.Transfer(from, null, identifier, at));
  }

  /// Whoever is gone has no `cio_id` any more; all else that was under way goes on to the person
  /// of whom they became part.
  private void redirect(Store store, PersonKey from, PersonKey into, Input input) {
    boolean byCioId =
        byOf(input) == null
            && (input instanceof Input.Identify
                || input instanceof Input.Delete
                || input instanceof Input.Suppress
                || input instanceof Input.Merge
                || (input instanceof Input.Depart depart && depart.shared() == null));
    if (byCioId) {
      Redirects.dropped(store, books, from, into, input);
    } else if (Redirects.concernsTheOther(input)) {
      relays.send(store, into.partition(), new Message.Forwarded(from, into, input));
    }
  }

  /// How the caller named whom it speaks of; null for `cio_id`, and for what is not from callers.
  static @Nullable Identifier byOf(Input input) {
    return switch (input) {
      case Input.Identify identify -> identify.by();
      case Input.Track track -> track.by();
      case Input.Delete delete -> delete.by();
      case Input.Suppress suppress -> suppress.by();
      case Input.Unsuppress unsuppress -> unsuppress.by();
      case Input.DeviceSeen seen -> seen.by();
      case Input.DeviceLost lost -> lost.by();
      case Input.Merge merge -> merge.by();
      case Input.Depart depart -> depart.by();
      case Input.Report _,
          Input.Absorb _,
          Input.Propose _,
          Input.Decline _,
          Input.ClaimAnswered _,
          Input.Wake _,
          Input.EndJourney _,
          Input.ResumeJourney _ ->
          null;
    };
  }
}
