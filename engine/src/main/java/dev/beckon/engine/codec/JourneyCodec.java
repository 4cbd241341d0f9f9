package dev.beckon.engine.codec;

import dev.beckon.core.event.Event;
import dev.beckon.core.journey.Journey;

/// The bytes of a journey, in a person's row and in a row of its own.
final class JourneyCodec {
  private JourneyCodec() {}

  static void write(Journey journey, long base, ByteSink out) {
    out.varint(journey.number());
    out.varint(journey.campaign());
    out.one(code(journey.state()));
    out.text(journey.step());
    out.signed(journey.startedAt() - base);
    out.signed(journey.entryAt() - journey.startedAt());
    out.signed(journey.arrivedAt() - journey.startedAt());
    EventCodec.writeOptional(journey.trigger(), out);
  }

  static Journey read(ByteSource in, long base, Words words) {
    long number = in.varint();
    int campaign = in.whole();
    Journey.State state = state(in.one());
    String step = in.word(words);
    long startedAt = base + in.signed();
    long entryAt = startedAt + in.signed();
    long arrivedAt = startedAt + in.signed();
    Event trigger = EventCodec.readOptional(in);
    return new Journey(number, campaign, state, step, startedAt, entryAt, arrivedAt, trigger);
  }

  private static int code(Journey.State state) {
    return switch (state) {
      case FILTERING -> 1;
      case ACTIVE -> 2;
      case HALTED -> 3;
    };
  }

  private static Journey.State state(int code) {
    return switch (code) {
      case 1 -> Journey.State.FILTERING;
      case 2 -> Journey.State.ACTIVE;
      case 3 -> Journey.State.HALTED;
      default ->
          throw new CodecException(
              "Expected the state of a journey, but got " + code + "; the row is damaged.");
    };
  }
}
