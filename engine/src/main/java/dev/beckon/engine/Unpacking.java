package dev.beckon.engine;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.journey.TraceStep;
import dev.beckon.core.machine.Fact;
import dev.beckon.engine.codec.ActivityRow;
import dev.beckon.engine.codec.ByteSink;
import dev.beckon.engine.codec.DeliveryRow;
import dev.beckon.engine.codec.JourneyRow;
import dev.beckon.engine.codec.PointerRow;
import dev.beckon.engine.codec.TraceRow;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.List;

/// Puts the past of somebody into the books of the person of whom they become part; numbers go on
/// where that person's own end.
final class Unpacking {
  private final Site site;
  private final Bookkeeping books;

  Unpacking(Site site, Bookkeeping books) {
    this.site = site;
    this.books = books;
  }

  void unpack(Store store, Message.Luggage luggage, long offset) {
    for (Message.Piece piece : luggage.pieces()) {
      byte[] row = piece.row().toBytes();
      PersonKey into = luggage.into();
      long number = piece.number() + offset;
      switch (Packing.tableOf(piece.table())) {
        case ACTIVITY -> activity(store, into, piece.number(), offset, row);
        case JOURNEY -> journey(store, into, offset, row);
        case TRACE -> trace(store, into, number, offset, row);
        case DELIVERY -> {
          if (piece.ordinal() == 0) {
            delivery(store, into, number, offset, row);
          } else {
            store.put(Table.DELIVERY, Keys.trace(into, number, site.position().next()), row);
          }
        }
        default ->
            throw new IllegalStateException(
                "Expected a row of somebody's past, but got one of table " + piece.table() + ".");
      }
    }
  }

  private void activity(Store store, PersonKey into, long number, long offset, byte[] row) {
    ActivityRow read = ActivityRow.read(number, row);
    Fact.Activity before = read.activity();
    Fact.Activity after =
        new Fact.Activity(
            number + offset,
            before.at(),
            before.type(),
            before.name(),
            before.timestamp(),
            before.data(),
            moved(before.delivery(), offset));
    ByteSink out = site.scratch();
    new ActivityRow(after, read.timelineAt(), read.ordinal(), read.anonymousId())
        .write(out.clear());
    store.put(Table.ACTIVITY, Keys.numbered(into, after.number()), out.toBytes());
  }

  private void journey(Store store, PersonKey into, long offset, byte[] row) {
    JourneyRow read = JourneyRow.read(row);
    Journey before = read.journey();
    Journey after =
        new Journey(
            before.number() + offset,
            before.campaign(),
            before.state(),
            before.step(),
            before.startedAt(),
            before.entryAt(),
            before.arrivedAt(),
            before.trigger());
    books
        .journeys()
        .adopt(
            store, into, new JourneyRow(after, read.endedAt(), read.ending(), read.convertedAt()));
  }

  private void trace(Store store, PersonKey into, long journey, long offset, byte[] row) {
    List<TraceStep> steps = new ArrayList<>();
    for (TraceStep step : TraceRow.read(row).steps()) {
      steps.add(
          new TraceStep(
              step.journey() + offset,
              step.at(),
              step.step(),
              step.action(),
              step.verdict(),
              step.evidence(),
              step.next()));
    }
    ByteSink out = site.scratch();
    new TraceRow(steps).write(out.clear());
    store.put(Table.TRACE, Keys.trace(into, journey, site.position().next()), out.toBytes());
  }

  private void delivery(Store store, PersonKey into, long number, long offset, byte[] row) {
    DeliveryRow read = DeliveryRow.read(row);
    DeliveryRow.Origin origin = read.origin();
    long ordinal = site.position().next();
    ByteSink out = site.scratch();
    new DeliveryRow(
            read.createdAt(),
            read.timelineAt(),
            ordinal,
            read.channel(),
            new DeliveryRow.Origin(
                origin.campaign(),
                origin.step(),
                moved(origin.journey(), offset),
                origin.content()),
            read.recipient())
        .write(out.clear());
    store.put(Table.DELIVERY, Keys.numbered(into, number), out.toBytes());
    new PointerRow(into.cioId(), number).write(out.clear());
    store.put(
        Table.DELIVERY_TIMELINE,
        Keys.timeline(into.workspace(), read.timelineAt(), ordinal),
        out.toBytes());
  }

  private static long moved(long number, long offset) {
    return number == 0 ? 0 : number + offset;
  }
}
