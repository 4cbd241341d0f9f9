package dev.beckon.delivery.liquid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values as lists: the way filters see them and the way loops walk them.
final class Sequences {

  private Sequences() {}

  /// For filters: lists are spread flat, a map or any other value is a list of one, null is empty.
  static List<@Nullable Object> items(@Nullable Object value, Budget budget) {
    return switch (value) {
      case null -> List.of();
      case List<?> list -> flat(list, budget);
      case Span span -> span.items(0, Long.MAX_VALUE, budget);
      default -> Collections.<@Nullable Object>singletonList(value);
    };
  }

  private static List<@Nullable Object> flat(List<?> list, Budget budget) {
    if (list.stream().noneMatch(List.class::isInstance)) {
      return Collections.unmodifiableList(list);
    }
    var items = new ArrayList<@Nullable Object>();
    spread(list, items, budget);
    return items;
  }

  private static void spread(List<?> list, List<@Nullable Object> items, Budget budget) {
    budget.enter();
    for (var item : list) {
      budget.step();
      if (item instanceof List<?> inner) {
        spread(inner, items, budget);
      } else {
        items.add(item);
      }
    }
    budget.leave();
  }

  /// For loops: a map gives its entries as pairs, a text itself, everything else that is not a list
  /// nothing.
  ///
  /// @param count the most items wanted, negative for all
  static List<@Nullable Object> slice(
      @Nullable Object value, long offset, long count, Budget budget) {
    var most = count < 0 ? Long.MAX_VALUE : count;
    return switch (value) {
      case Span span -> span.items(Math.max(0, offset), most, budget);
      case List<?> list -> part(list, offset, most);
      case Map<?, ?> map -> part(map.entrySet().stream().map(Values::pair).toList(), offset, most);
      case String text when !text.isEmpty() -> Collections.<@Nullable Object>singletonList(text);
      case null, default -> List.of();
    };
  }

  private static List<@Nullable Object> part(List<?> list, long offset, long count) {
    var from = Math.clamp(offset, 0, list.size());
    var to = (int) Math.min(list.size(), from + Math.min(count, list.size()));
    return Collections.unmodifiableList(list.subList(from, to));
  }
}
