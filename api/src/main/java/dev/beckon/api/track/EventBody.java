package dev.beckon.api.track;

import dev.beckon.api.intake.EventChecks;
import dev.beckon.api.intake.Timestamps;
import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.value.Value;
import org.jspecify.annotations.Nullable;

/// What an event call says (spec: data-in.md, 1.7).
final class EventBody {
  private EventBody() {}

  /// @param bytes of the whole body; data within it cannot be larger
  static Event read(Value.Fields body, int bytes, long now) {
    EventType type = type(body.get("type"));
    String name = EventChecks.name(type, body.get("name"));
    Value.Fields data = EventChecks.data(body.get("data"), bytes);
    Value at = body.get("timestamp");
    Long timestamp = at == null ? null : Timestamps.read("timestamp", at, now);
    return new Event(
        type, name, data, timestamp == null ? now : timestamp, EventChecks.id(body.get("id")));
  }

  private static EventType type(@Nullable Value value) {
    return switch (value) {
      case Value.Text(String text) when text.equals("page") -> EventType.PAGE;
      case Value.Text(String text) when text.equals("screen") -> EventType.SCREEN;
      case null, default -> EventType.EVENT;
    };
  }
}
