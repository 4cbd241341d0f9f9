package dev.beckon.engine.codec;

import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.machine.History;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A person's events as their activities tell them; read only when somebody asks.
public final class Past {
  private Past() {}

  public static History of(Rows rows, PersonKey person) {
    return reader -> {
      byte[] from = Keys.person(person);
      rows.scan(
          Table.ACTIVITY,
          from,
          Keys.after(from),
          (key, row) -> {
            tell(reader, key, row);
            return true;
          });
    };
  }

  private static void tell(Consumer<Event> reader, byte[] key, byte[] row) {
    EventType type = eventType(ActivityRow.typeOf(row));
    if (type != null) {
      Fact.Activity activity = ActivityRow.read(Keys.numberIn(key), row).activity();
      reader.accept(new Event(type, activity.name(), activity.data(), activity.timestamp(), null));
    }
  }

  /// The type of event that an activity tells of; null for other activities.
  public static @Nullable EventType eventType(String word) {
    return switch (word) {
      case "event" -> EventType.EVENT;
      case "page" -> EventType.PAGE;
      case "screen" -> EventType.SCREEN;
      default -> null;
    };
  }
}
