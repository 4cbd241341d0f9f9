package dev.beckon.engine.codec;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Person;
import dev.beckon.engine.message.MessageCodec;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// One kind of row, with how to make, write and read it.
///
/// @param name of the golden file
record Format<T>(
    String name, Function<Samples, T> make, Function<T, byte[]> write, Function<byte[], T> read) {
  private static final PersonKey SOMEBODY = PersonKey.at(1, 3, 4711);
  private static final long NUMBER = 42;

  static List<Format<?>> all() {
    return List.of(
        new Format<>(
            "person-1",
            samples -> moved(samples.person()),
            person -> new PersonCodec().encode(person),
            row -> new PersonCodec().decode(SOMEBODY, row)),
        new Format<>("message-1", Samples::message, MessageCodec::encode, MessageCodec::decode),
        new Format<>(
            "message-2", LaterSamples::message, MessageCodec::encode, MessageCodec::decode),
        new Format<>(
            "person-2",
            samples -> moved(LaterSamples.person(samples)),
            person -> new PersonCodec().encode(person),
            row -> new PersonCodec().decode(SOMEBODY, row)),
        new Format<>(
            "newcomer-1", LaterSamples::newcomer, row -> written(row::write), NewcomerRow::read),
        new Format<>(
            "suppressed-1",
            LaterSamples::suppressed,
            row -> written(row::write),
            SuppressedRow::read),
        new Format<>(
            "association-1",
            LaterSamples::association,
            row -> written(row::write),
            AssociationRow::read),
        new Format<>(
            "redirect-1", LaterSamples::redirect, row -> written(row::write), RedirectRow::read),
        new Format<>(
            "activity-1",
            samples -> samples.activity(NUMBER),
            row -> written(row::write),
            row -> ActivityRow.read(NUMBER, row)),
        new Format<>("tally-1", Samples::tallies, row -> written(row::write), TallyRow::read),
        new Format<>("timeline-1", Samples::lines, row -> written(row::write), TimelineRow::read),
        new Format<>(
            "pointer-1",
            samples -> new PointerRow(samples.number(), samples.number()),
            row -> written(row::write),
            PointerRow::read),
        new Format<>(
            "journey-1", Samples::journeyRow, row -> written(row::write), JourneyRow::read),
        new Format<>("trace-1", Samples::trace, row -> written(row::write), TraceRow::read),
        new Format<>(
            "delivery-1", Samples::delivery, row -> written(row::write), DeliveryRow::read),
        new Format<>("outcome-1", Samples::outcome, row -> written(row::write), OutcomeRow::read),
        new Format<>("outbox-1", Samples::outbox, row -> written(row::write), OutboxRow::read),
        new Format<>("catalog-1", Samples::catalog, row -> written(row::write), CatalogRow::read),
        new Format<>("sweep-1", Samples::sweep, row -> written(row::write), SweepRow::read),
        new Format<>("number-1", Samples::number, NumberRow::write, NumberRow::read));
  }

  private static Person moved(Person person) {
    return new Person(
        SOMEBODY,
        true,
        person.profile(),
        person.standing(),
        person.course(),
        person.catalogVersion(),
        person.nextNumber(),
        person.timerAt());
  }

  private static byte[] written(Consumer<ByteSink> writer) {
    ByteSink out = new ByteSink();
    writer.accept(out);
    return out.toBytes();
  }

  @Override
  public String toString() {
    return name;
  }
}
