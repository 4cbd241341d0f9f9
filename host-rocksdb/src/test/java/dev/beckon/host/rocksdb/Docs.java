package dev.beckon.host.rocksdb;

import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Definition documents of the tests' workspace, put together by hand.
final class Docs {
  static final int WORKSPACE = 1;

  /// An e-mail for every `ordered`, and one a second after every `browsed`.
  static Value.Fields followUps() {
    return object(
        "settings",
        object("name", "Shop", "timezone", "UTC"),
        "segments",
        List.of(),
        "campaigns",
        List.of(
            campaign(1, "Thanks", "ordered", send("thanks")),
            campaign(2, "Reminder", "browsed", delay("1s"), send("reminder"))));
  }

  /// The same with nothing but a delay of an hour.
  static Value.Fields patient() {
    return object(
        "settings",
        object("name", "Shop", "timezone", "UTC"),
        "segments",
        List.of(),
        "campaigns",
        List.of(campaign(3, "Later", "browsed", delay("1h"), send("later"))));
  }

  static Value.Fields object(Object... pairs) {
    SequencedMap<String, Value> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], value(pairs[i + 1]));
    }
    return new Value.Fields(fields);
  }

  private static Value campaign(int id, String name, String event, Value... steps) {
    return object(
        "id",
        id,
        "name",
        name,
        "state",
        "running",
        "frequency",
        "every_time",
        "trigger",
        object("event", event),
        "steps",
        List.of(steps));
  }

  private static Value send(String message) {
    return object(
        "id", message, "send", object("channel", "email", "message", message), "content", "h1");
  }

  private static Value delay(String span) {
    return object("id", "pause", "delay", span);
  }

  private static Value value(Object raw) {
    return switch (raw) {
      case Value value -> value;
      case String text -> Value.of(text);
      case Integer number -> Value.of(number.longValue());
      case List<?> items -> {
        List<Value> values = new ArrayList<>();
        items.forEach(item -> values.add(value(item)));
        yield new Value.Items(values);
      }
      default -> throw new IllegalArgumentException("Expected plain data, but got " + raw);
    };
  }

  private Docs() {}
}
