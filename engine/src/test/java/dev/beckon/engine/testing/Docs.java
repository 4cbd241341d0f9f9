package dev.beckon.engine.testing;

import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Writes definition documents and event data as Java expressions.
public final class Docs {
  private Docs() {}

  /// @param pairs names and values in turn
  public static Value.Fields fields(Object... pairs) {
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], value(pairs[i + 1]));
    }
    return new Value.Fields(fields);
  }

  public static Value.Items items(Object... items) {
    List<Value> values = new ArrayList<>();
    for (Object item : items) {
      values.add(value(item));
    }
    return new Value.Items(values);
  }

  public static Value value(Object value) {
    return switch (value) {
      case Value known -> known;
      case String text -> Value.of(text);
      case Boolean truth -> Value.of(truth.booleanValue());
      case Integer number -> Value.of(number.longValue());
      case Long number -> Value.of(number.longValue());
      case Double number -> Value.of(number.doubleValue());
      default -> throw new IllegalArgumentException("Expected a plain value, but got " + value);
    };
  }

  /// A whole stream document.
  public static Value.Fields document(Value.Items segments, Value.Items campaigns) {
    return fields(
        "settings",
        fields("name", "Acme", "timezone", "UTC"),
        "segments",
        segments,
        "campaigns",
        campaigns);
  }

  /// On a trial and not seen for a week; id 1.
  public static Value.Fields inactive() {
    return fields(
        "id",
        1,
        "name",
        "Inactive",
        "when",
        fields(
            "all",
            items(
                fields("attribute", "plan", "is", "trial"),
                fields("not_performed", "app_login", "within", "7d"))));
  }

  /// Paid at least twice; id 2.
  public static Value.Fields payers() {
    return fields("id", 2, "name", "Payers", "when", fields("performed", "paid", "at_least", 2));
  }

  /// A mail at once, three days of waiting, and another mail; id 5.
  public static Value.Fields followUp() {
    return fields(
        "id",
        5,
        "name",
        "Follow-up",
        "state",
        "running",
        "trigger",
        fields("event", "signed_up"),
        "frequency",
        "once",
        "goal",
        fields("performed", "paid", "within", "14d"),
        "steps",
        items(
            send("hello", "Hello"), fields("id", "pause", "delay", "3d"), send("again", "Again")));
  }

  public static Value.Fields send(String id, String message) {
    return fields(
        "id", id, "send", fields("channel", "email", "message", message), "content", "c1");
  }
}
