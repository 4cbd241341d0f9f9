package dev.beckon.engine;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.core.person.Person;
import dev.beckon.engine.codec.PersonCodec;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.MessageCodec;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// People who become part of a person whose home is here: their luggage waits until they come
/// themselves, and then all of it is unpacked at once.
final class Removals {
  private final Site site;
  private final Turn turn;
  private final Relays relays;
  private final Decider decider;
  private final Unpacking unpacking;

  Removals(Site site, Turn turn, Relays relays, Bookkeeping books, Decider decider) {
    this.site = site;
    this.turn = turn;
    this.relays = relays;
    this.decider = decider;
    this.unpacking = new Unpacking(site, books);
  }

  void arrived(Store store, Message.Luggage luggage) {
    store.put(
        Table.LUGGAGE, Keys.numbered(luggage.from(), luggage.part()), MessageCodec.encode(luggage));
  }

  void absorb(Store store, Message.Absorb absorb) {
    PersonKey into = absorb.into();
    List<Message.Luggage> luggage = taken(store, absorb.other().key());
    if (store.get(Table.PERSON, Keys.person(into)) != null) {
      unpack(store, absorb, luggage);
      return;
    }
    PersonKey next = Redirects.of(store, into);
    if (next == null) {
      nobody(store, absorb);
    } else {
      for (Message.Luggage piece : luggage) {
        relays.send(
            store,
            next.partition(),
            new Message.Luggage(next, piece.from(), piece.part(), piece.pieces(), piece.at()));
      }
      relays.send(store, next.partition(), new Message.Absorb(next, absorb.other(), absorb.at()));
    }
  }

  private void unpack(Store store, Message.Absorb absorb, List<Message.Luggage> luggage) {
    PersonKey into = absorb.into();
    turn.concerns(into);
    long at = Math.max(absorb.at(), site.position().at());
    byte[] row = current(store, into);
    if (row != null) {
      row = decider.ringUntil(store, into, row, at);
      decider.decide(store, into, row, new Input.Wake(at));
      row = current(store, into);
    }
    if (row == null) {
      nobody(store, absorb);
      return;
    }
    long offset = new PersonCodec().decode(into, row).nextNumber() - 1;
    luggage.forEach(piece -> unpacking.unpack(store, piece, offset));
    if (!decider.decide(store, into, row, new Input.Absorb(at, absorb.other(), offset))) {
      turn.quarantine();
    }
  }

  private static byte @Nullable [] current(Store store, PersonKey person) {
    return store.get(Table.PERSON, Keys.person(person));
  }

  /// The primary was deleted meanwhile, and the other goes with them.
  private void nobody(Store store, Message.Absorb absorb) {
    Person other = absorb.other();
    for (Identifier identifier : other.profile().identifiers().everything()) {
      relays.send(
          store,
          Routing.deskOf(other.key().workspace(), identifier, site.partitions()),
          new Message.Transfer(other.key(), null, identifier, absorb.at()));
    }
    for (String token : other.profile().devices().keySet()) {
      relays.send(
          store,
          Routing.shelfOf(other.key().workspace(), token, site.partitions()),
          new Message.DeviceLost(other.key(), token, absorb.at()));
    }
  }

  private static List<Message.Luggage> taken(Store store, PersonKey from) {
    List<Message.Luggage> taken = new ArrayList<>();
    byte[] first = Keys.person(from);
    byte[] end = Keys.after(first);
    store.scan(
        Table.LUGGAGE,
        first,
        end,
        (_, row) -> {
          if (MessageCodec.decode(row) instanceof Message.Luggage luggage) {
            taken.add(luggage);
          }
          return true;
        });
    if (!taken.isEmpty()) {
      store.deleteRange(Table.LUGGAGE, first, end);
    }
    return taken;
  }
}
