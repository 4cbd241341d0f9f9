package dev.beckon.engine.codec;

import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.value.Value;
import org.jspecify.annotations.Nullable;

/// The bytes of an event inside other rows.
final class EventCodec {
  private EventCodec() {}

  static void write(Event event, ByteSink out) {
    out.one(event.type().code());
    out.text(event.name());
    out.signed(event.timestamp());
    String id = event.id();
    out.truth(id != null);
    if (id != null) {
      out.text(id);
    }
    ValueCodec.fields(event.data(), out);
  }

  static Event read(ByteSource in) {
    EventType type = EventType.ofCode((byte) in.one());
    String name = in.text();
    long timestamp = in.signed();
    String id = in.truth() ? in.text() : null;
    return new Event(type, name, ValueCodec.fields(in), timestamp, id);
  }

  static void writeOptional(@Nullable Event event, ByteSink out) {
    out.truth(event != null);
    if (event != null) {
      write(event, out);
    }
  }

  static @Nullable Event readOptional(ByteSource in) {
    return in.truth() ? read(in) : null;
  }

  /// Without what the event carried.
  static @Nullable Event bare(@Nullable Event event) {
    return event == null
        ? null
        : new Event(event.type(), event.name(), Value.Fields.EMPTY, event.timestamp(), event.id());
  }
}
