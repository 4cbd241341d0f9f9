package dev.beckon.api.track;

import dev.beckon.api.http.Refusal;
import dev.beckon.api.json.JsonWriter;
import dev.beckon.core.catalog.Limits;
import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.value.Value;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What an event call says (spec: data-in.md, 1.7).
final class EventBody {
  private EventBody() {}

  /// @param bytes of the whole body; data within it cannot be larger
  static Event read(Value.Fields body, int bytes, long now) {
    EventType type = type(body.get("type"));
    String name = name(type, body.get("name"));
    Value.Fields data = data(body.get("data"), bytes);
    Value at = body.get("timestamp");
    Long timestamp = at == null ? null : Timestamps.read("timestamp", at, now);
    return new Event(type, name, data, timestamp == null ? now : timestamp, id(body.get("id")));
  }

  private static EventType type(@Nullable Value value) {
    return switch (value) {
      case Value.Text(String text) when text.equals("page") -> EventType.PAGE;
      case Value.Text(String text) when text.equals("screen") -> EventType.SCREEN;
      case null, default -> EventType.EVENT;
    };
  }

  private static String name(EventType type, @Nullable Value value) {
    if (!(value instanceof Value.Text(String text)) || text.isBlank()) {
      throw Refusal.invalid("Expected the event's name as text, but it is missing.");
    }
    String name = text.strip();
    int most = type == EventType.EVENT ? Limits.EVENT_NAME_BYTES_MAX : PAGE_NAME_BYTES_MAX;
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > most) {
      throw Refusal.invalid(
          "Expected an event's name of at most " + most + " bytes, but got " + bytes + ".");
    }
    return name;
  }

  /// Addresses of pages are longer than names of events.
  static final int PAGE_NAME_BYTES_MAX = 2_000;

  private static Value.Fields data(@Nullable Value value, int bytes) {
    return switch (value) {
      case Value.Fields fields -> {
        if (bytes > Limits.EVENT_DATA_BYTES_MAX) {
          within(JsonWriter.bytes(fields).length);
        }
        yield fields;
      }
      case null -> Value.Fields.EMPTY;
      case Value.Nothing _ -> Value.Fields.EMPTY;
      case Value.Truth _, Value.Whole _, Value.Decimal _, Value.Text _, Value.Items _ ->
          throw Refusal.invalid("Expected the event's data as an object, but got something else.");
    };
  }

  private static void within(int bytes) {
    if (bytes > Limits.EVENT_DATA_BYTES_MAX) {
      throw Refusal.invalid(
          "Expected event data of at most "
              + Limits.EVENT_DATA_BYTES_MAX
              + " bytes, but got "
              + bytes
              + ".");
    }
  }

  private static @Nullable String id(@Nullable Value value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String id = value.asText();
    int bytes = id.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Limits.EVENT_ID_BYTES_MAX) {
      throw Refusal.invalid(
          "Expected an event's id of at most "
              + Limits.EVENT_ID_BYTES_MAX
              + " bytes, but got "
              + bytes
              + ".");
    }
    return id;
  }
}
