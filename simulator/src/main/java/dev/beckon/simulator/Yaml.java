package dev.beckon.simulator;

import dev.beckon.core.value.Maps;
import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Reads texts in YAML, and so in JSON with loose quoting, as values.
public final class Yaml {
  private Yaml() {}

  /// @throws IllegalArgumentException if the text is not a map
  public static Value.Fields fields(String text) {
    Object read = new Load(LoadSettings.builder().build()).loadFromString(text);
    if (value(read) instanceof Value.Fields fields) {
      return fields;
    }
    throw new IllegalArgumentException("Expected a map, but got: " + text);
  }

  /// The value of a plain Java object, as literals in tests are.
  public static Value value(@Nullable Object plain) {
    return switch (plain) {
      case null -> Value.nothing();
      case Value value -> value;
      case Boolean truth -> Value.of(truth.booleanValue());
      case Integer number -> Value.of(number.longValue());
      case Long number -> Value.of(number.longValue());
      case Double number -> Value.of(number.doubleValue());
      case List<?> list -> items(list);
      case Map<?, ?> map -> fields(map);
      default -> Value.of(plain.toString());
    };
  }

  private static Value items(List<?> list) {
    List<Value> items = new ArrayList<>();
    list.forEach(item -> items.add(value(item)));
    return new Value.Items(items);
  }

  private static Value.Fields fields(Map<?, ?> map) {
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
    map.forEach((name, value) -> fields.put(String.valueOf(name), value(value)));
    return new Value.Fields(Maps.copy(fields));
  }
}
