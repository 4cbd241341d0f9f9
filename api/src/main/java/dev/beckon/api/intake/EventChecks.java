package dev.beckon.api.intake;

import dev.beckon.api.http.Refusal;
import dev.beckon.api.json.JsonWriter;
import dev.beckon.core.catalog.Limits;
import dev.beckon.core.event.EventType;
import dev.beckon.core.value.Value;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What every protocol asks of an event before the engine is told of it.
public final class EventChecks {
  private EventChecks() {}

  /// The name, without spaces around it.
  public static String name(EventType type, @Nullable Value value) {
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

  /// @param bytes of the whole body; data within it cannot be larger
  public static Value.Fields data(@Nullable Value value, int bytes) {
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

  /// The caller's key against doubles; null when it is blank.
  public static @Nullable String id(@Nullable Value value) {
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
