package dev.beckon.api.testing;

import dev.beckon.api.json.JsonReader;
import dev.beckon.api.json.JsonWriter;
import dev.beckon.core.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads answers: every getter fails with the whole answer when something else is there.
public final class Fields {
  private Fields() {}

  /// Reads JSON with single quotes.
  public static Value.Fields json(String text) {
    return JsonReader.DOCUMENT.fields(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  public static Value.Items listOf(Value value) {
    return new Value.Items(List.of(value));
  }

  public static Value.Fields fields(Value.Fields owner, String name) {
    if (owner.get(name) instanceof Value.Fields fields) {
      return fields;
    }
    throw missing(owner, name);
  }

  public static List<Value> items(Value.Fields owner, String name) {
    if (owner.get(name) instanceof Value.Items list) {
      return list.items();
    }
    throw missing(owner, name);
  }

  public static String text(Value.Fields owner, String name) {
    if (owner.get(name) instanceof Value.Text(String text)) {
      return text;
    }
    throw missing(owner, name);
  }

  private static AssertionError missing(Value.Fields owner, String name) {
    return new AssertionError("Expected " + name + " in " + JsonWriter.text(owner));
  }
}
