package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Filter.Named.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// The standard filters that pick from lists by a property: `where`, `reject`, `find`,
/// `find_index`, `has`.
final class SearchFilters {

  static final List<Filter.Named> ALL =
      List.of(
          filter("where", 1, 2, (input, call) -> select(input, call, true)),
          filter("reject", 1, 2, (input, call) -> select(input, call, false)),
          filter("find", 1, 2, (input, call) -> find(input, call, (item, _) -> item, null)),
          filter(
              "find_index",
              1,
              2,
              (input, call) -> find(input, call, (_, index) -> (long) index, null)),
          filter("has", 1, 2, (input, call) -> find(input, call, (_, _) -> true, false)));

  private SearchFilters() {}

  /// What to answer when an item is found.
  private interface Found {
    @Nullable Object of(@Nullable Object item, int index);
  }

  private static @Nullable Object select(@Nullable Object input, FilterCall call, boolean wanted) {
    var kept = new ArrayList<@Nullable Object>();
    for (var item : call.items(input)) {
      var value = property(item, call.argument(0), call);
      if (Values.isNothing(value)) {
        return null;
      }
      if (matches(value, call) == wanted) {
        kept.add(item);
      }
    }
    return kept;
  }

  private static @Nullable Object find(
      @Nullable Object input, FilterCall call, Found found, @Nullable Object otherwise) {
    var index = 0;
    for (var item : call.items(input)) {
      var value = property(item, call.argument(0), call);
      if (Values.isNothing(value)) {
        return null;
      }
      if (matches(value, call)) {
        return found.of(item, index);
      }
      index++;
    }
    return otherwise;
  }

  /// Whether a property has the value asked for; without one, whether it is true.
  private static boolean matches(@Nullable Object value, FilterCall call) {
    var target = call.argument(1);
    return target == null ? Values.truthy(value) : Values.same(value, target, call.budget());
  }

  /// The property of a list item; a text has those texts that it contains.
  ///
  /// [Values#NOTHING] when the item can have no properties at all (null, booleans, decimals).
  static @Nullable Object property(@Nullable Object item, @Nullable Object key, FilterCall call) {
    return switch (item) {
      case Map<?, ?> map -> key instanceof String name ? map.get(name) : null;
      case Drop drop -> key instanceof String name ? drop.get(name) : null;
      case String text -> ofText(text, key, call);
      case Number number when Numbers.isWhole(number) -> ofNumber(number, key, call);
      case null, default -> call.modern() ? null : Values.NOTHING;
    };
  }

  private static @Nullable Object ofText(String text, @Nullable Object key, FilterCall call) {
    return switch (key) {
      case String part -> contains(text, part, call) ? part : null;
      case Number index when Numbers.isWhole(index) -> character(text, index.intValue());
      case null, default -> unselectable(key, call);
    };
  }

  private static boolean contains(String text, String part, FilterCall call) {
    call.budget().search(text.length(), part.length());
    return text.contains(part);
  }

  private static @Nullable Object character(String text, int index) {
    IntPredicate inside = i -> i >= 0 && i < text.length();
    var position = index < 0 ? index + text.length() : index;
    return inside.test(position) ? text.substring(position, position + 1) : null;
  }

  private static @Nullable Object ofNumber(Number number, @Nullable Object key, FilterCall call) {
    return key instanceof Number bit && Numbers.isWhole(bit)
        ? (number.longValue() >> Math.clamp(bit.longValue(), 0, 63)) & 1
        : unselectable(key, call);
  }

  private static @Nullable Object unselectable(@Nullable Object key, FilterCall call) {
    if (call.modern()) {
      return null;
    }
    throw call.expected(
        "items that have a property “%s”, but there are plain values in the list."
            .formatted(call.textOf(key)));
  }
}
