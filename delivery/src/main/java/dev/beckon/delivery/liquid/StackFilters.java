package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Filter.Named.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The filters of messages that add to lists and take from them; the list they are given stays as
/// it was.
final class StackFilters {

  static final List<Filter.Named> ALL =
      List.of(
          filter("push", 1, 1, (input, call) -> with(input, call, false)),
          filter("unshift", 1, 1, (input, call) -> with(input, call, true)),
          filter("pop", 0, 0, (input, call) -> without(input, false)),
          filter("shift", 0, 0, (input, call) -> without(input, true)),
          filter("limit", 1, 1, StackFilters::limit),
          filter("json_array_uniq", 0, 0, StackFilters::uniq));

  private StackFilters() {}

  private static List<?> list(@Nullable Object input) {
    return switch (input) {
      case null -> List.of();
      case List<?> list -> list;
      default -> List.of(input);
    };
  }

  private static List<@Nullable Object> with(
      @Nullable Object input, FilterCall call, boolean first) {
    var items = new ArrayList<@Nullable Object>(list(input));
    items.add(first ? 0 : items.size(), call.argument(0));
    return items;
  }

  private static List<?> without(@Nullable Object input, boolean first) {
    var items = list(input);
    return items.isEmpty()
        ? items
        : first ? items.subList(1, items.size()) : items.subList(0, items.size() - 1);
  }

  private static List<?> limit(@Nullable Object input, FilterCall call) {
    var items = call.items(input);
    return items.subList(0, Math.clamp(call.integer(0), 0, items.size()));
  }

  /// The different items of a list, or of a text that is a list in JSON.
  private static List<@Nullable Object> uniq(@Nullable Object input, FilterCall call) {
    var value = input instanceof String json ? JsonReader.read(json, call.budget()) : input;
    var seen = new LinkedHashMap<Object, @Nullable Object>();
    for (var item : list(value)) {
      seen.putIfAbsent(ListFilters.identity(item, call), item);
    }
    return new ArrayList<>(seen.values());
  }
}
