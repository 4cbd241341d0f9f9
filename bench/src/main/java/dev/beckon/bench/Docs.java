package dev.beckon.bench;

import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Writes definition documents down in Java: names and plain values in turn.
final class Docs {

  static Value.Fields object(Object... pairs) {
    SequencedMap<String, Value> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], value(pairs[i + 1]));
    }
    return new Value.Fields(fields);
  }

  static Value list(List<? extends Value> values) {
    return new Value.Items(new ArrayList<Value>(values));
  }

  private static Value value(Object plain) {
    return switch (plain) {
      case Value value -> value;
      case String text -> Value.of(text);
      case Integer number -> Value.of(number.longValue());
      case Boolean truth -> Value.of(truth);
      default -> throw new IllegalArgumentException("Expected plain data, but got " + plain + ".");
    };
  }

  private Docs() {}
}
