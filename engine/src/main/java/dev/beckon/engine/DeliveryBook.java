package dev.beckon.engine;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Effect;
import dev.beckon.core.machine.Fact;
import dev.beckon.engine.codec.ByteSink;
import dev.beckon.engine.codec.DeliveryRow;
import dev.beckon.engine.codec.OutcomeRow;
import dev.beckon.engine.codec.PointerRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;

/// Messages and what became of them, for people to read.
final class DeliveryBook {
  private final Position position;
  private final ByteSink out;

  DeliveryBook(Position position, ByteSink out) {
    this.position = position;
    this.out = out;
  }

  void decided(Store store, Effect.Deliver deliver) {
    PersonKey person = deliver.id().person();
    position.pass(deliver.at());
    long ordinal = position.next();
    new DeliveryRow(
            deliver.at(),
            position.at(),
            ordinal,
            deliver.channel(),
            new DeliveryRow.Origin(
                deliver.campaign(), deliver.step(), deliver.journey(), deliver.content()),
            deliver.rendering().recipient())
        .write(out.clear());
    store.put(Table.DELIVERY, Keys.delivery(deliver.id()), out.toBytes());
    new PointerRow(person.cioId(), deliver.id().number()).write(out.clear());
    store.put(
        Table.DELIVERY_TIMELINE,
        Keys.timeline(person.workspace(), position.at(), ordinal),
        out.toBytes());
  }

  void became(Store store, Fact.Outcome outcome) {
    new OutcomeRow(outcome.at(), outcome.metric(), outcome.detail()).write(out.clear());
    store.put(Table.DELIVERY, Keys.outcome(outcome.delivery(), position.next()), out.toBytes());
  }

  void removeAll(Store store, PersonKey person) {
    byte[] from = Keys.person(person);
    byte[] to = Keys.after(from);
    Doomed timeline = new Doomed(Table.DELIVERY_TIMELINE);
    store.scan(
        Table.DELIVERY,
        from,
        to,
        (key, row) -> {
          if (!Keys.isOutcome(key)) {
            DeliveryRow delivery = DeliveryRow.read(row);
            timeline.add(
                Keys.timeline(person.workspace(), delivery.timelineAt(), delivery.ordinal()));
          }
          return true;
        });
    timeline.delete(store);
    store.deleteRange(Table.DELIVERY, from, to);
  }
}
