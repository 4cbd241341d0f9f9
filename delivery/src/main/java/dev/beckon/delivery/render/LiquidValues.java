package dev.beckon.delivery.render;

import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The engine's values as templates see them.
final class LiquidValues {
  private LiquidValues() {}

  static Map<String, @Nullable Object> of(Value.Fields fields) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    fields.fields().forEach((name, value) -> map.put(name, of(value)));
    return map;
  }

  private static @Nullable Object of(Value value) {
    return switch (value) {
      case Value.Nothing _ -> null;
      case Value.Truth truth -> truth.truth();
      case Value.Whole whole -> whole.number();
      case Value.Decimal decimal -> decimal.number();
      case Value.Text text -> text.text();
      case Value.Items items -> {
        List<@Nullable Object> list = new ArrayList<>(items.items().size());
        items.items().forEach(item -> list.add(of(item)));
        yield list;
      }
      case Value.Fields fields -> of(fields);
    };
  }
}
