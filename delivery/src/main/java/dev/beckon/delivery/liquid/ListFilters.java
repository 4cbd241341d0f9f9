package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Filter.Named.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The standard filters that work on lists, and `default`.
final class ListFilters {

  static final List<Filter.Named> ALL =
      List.of(
          new Filter.Named("default", 0, 1, Set.of("allow_false"), ListFilters::orDefault),
          filter("first", 0, 0, (input, call) -> end(input, "first", call)),
          filter("last", 0, 0, (input, call) -> end(input, "last", call)),
          filter("size", 0, 0, (input, call) -> size(input, call)),
          filter("join", 0, 1, ListFilters::join),
          filter("reverse", 0, 0, (input, call) -> call.items(input).reversed()),
          filter("concat", 1, 1, ListFilters::concat),
          filter("compact", 0, 1, ListFilters::compact),
          filter("map", 1, 1, ListFilters::map),
          filter("uniq", 0, 1, ListFilters::uniq),
          filter("sort", 0, 1, (input, call) -> sorted(input, call, order(call))),
          filter("sort_natural", 0, 1, (input, call) -> sorted(input, call, natural(call))));

  private ListFilters() {}

  private static @Nullable Object orDefault(@Nullable Object input, FilterCall call) {
    var falsy = Values.truthy(call.keyword("allow_false")) ? input == null : !Values.truthy(input);
    var empty =
        switch (input) {
          case String text -> text.isEmpty();
          case List<?> list -> list.isEmpty();
          case Map<?, ?> map -> map.isEmpty();
          case null, default -> false;
        };
    return !falsy && !empty ? input : call.count() == 0 ? "" : call.argument(0);
  }

  private static @Nullable Object end(@Nullable Object input, String which, FilterCall call) {
    if (input instanceof Map<?, ?> map) {
      return which.equals("first") ? Values.first(map) : null;
    }
    var value = Values.property(input, which, true, call.modern());
    return Values.isNothing(value) ? null : value;
  }

  private static Object size(@Nullable Object input, FilterCall call) {
    if (input instanceof Map<?, ?> map) {
      return (long) map.size();
    }
    var size = Values.property(input, "size", true, call.modern());
    return size == null || Values.isNothing(size) || input instanceof Drop ? 0L : size;
  }

  private static String join(@Nullable Object input, FilterCall call) {
    var glue = call.text(0, " ");
    var joined = new StringBuilder();
    var first = true;
    for (var item : call.items(input)) {
      if (!first) {
        joined.append(glue);
      }
      first = false;
      joined.append(call.textOf(item));
      call.room(joined.length());
    }
    return joined.toString();
  }

  private static List<@Nullable Object> concat(@Nullable Object input, FilterCall call) {
    var other = call.argument(0);
    if (!(other instanceof List<?>
        || other instanceof Span
        || (call.modern() && other instanceof Map<?, ?>))) {
      throw call.expected("a list to concat, but got " + Values.describe(other) + ".");
    }
    var all = new ArrayList<@Nullable Object>(call.items(input));
    all.addAll(other instanceof List<?> list ? list : call.items(other));
    return all;
  }

  private static @Nullable Object compact(@Nullable Object input, FilterCall call) {
    var kept = new ArrayList<@Nullable Object>();
    for (var item : call.items(input)) {
      var value = call.count() == 0 ? item : SearchFilters.property(item, call.argument(0), call);
      if (Values.isNothing(value)) {
        return null;
      }
      if (value != null) {
        kept.add(item);
      }
    }
    return kept;
  }

  private static List<@Nullable Object> map(@Nullable Object input, FilterCall call) {
    var values = new ArrayList<@Nullable Object>();
    for (var item : call.items(input)) {
      var value = SearchFilters.property(item, call.argument(0), call);
      values.add(Values.isNothing(value) ? null : value);
    }
    return values;
  }

  private static @Nullable Object uniq(@Nullable Object input, FilterCall call) {
    var seen = new HashSet<Object>();
    var kept = new ArrayList<@Nullable Object>();
    for (var item : call.items(input)) {
      var value =
          call.argument(0) == null ? item : SearchFilters.property(item, call.argument(0), call);
      if (Values.isNothing(value)) {
        return null;
      }
      if (seen.add(identity(value, call))) {
        kept.add(item);
      }
    }
    return kept;
  }

  /// Something that is equal for equal values and cheap to look up.
  static Object identity(@Nullable Object value, FilterCall call) {
    return switch (value) {
      case null -> Values.NOTHING;
      case String text -> text;
      case Number number when Numbers.isWhole(number) -> Numbers.of(number);
      case Number number -> number.doubleValue();
      case Boolean truth -> truth;
      default -> List.of(call.textOf(value));
    };
  }

  private static @Nullable Object sorted(
      @Nullable Object input, FilterCall call, Comparator<@Nullable Object> order) {
    var items = new ArrayList<@Nullable Object>(call.items(input));
    call.budget().steps(items.size() * (64L - Long.numberOfLeadingZeros(items.size())));
    if (call.argument(0) == null) {
      items.sort(order);
      return items;
    }
    record Keyed(@Nullable Object item, @Nullable Object key) {}
    var keyed = new ArrayList<Keyed>(items.size());
    for (var item : items) {
      var key = SearchFilters.property(item, call.argument(0), call);
      if (Values.isNothing(key)) {
        return null;
      }
      keyed.add(new Keyed(item, key));
    }
    keyed.sort((a, b) -> order.compare(a.key(), b.key()));
    items.clear();
    keyed.forEach(entry -> items.add(entry.item()));
    return items;
  }

  /// The order of values of one kind, null last.
  private static Comparator<@Nullable Object> order(FilterCall call) {
    return (a, b) -> {
      if (a == null || b == null) {
        return Boolean.compare(a == null, b == null);
      }
      if (a instanceof Number x && b instanceof Number y) {
        return Numbers.compare(Numbers.of(x), Numbers.of(y));
      }
      if (a instanceof String x && b instanceof String y) {
        call.budget().search(Math.min(x.length(), y.length()), 0);
        return x.compareTo(y);
      }
      if (call.modern()) {
        var kinds = Integer.compare(kind(a), kind(b));
        return kinds == 0 ? call.textOf(a).compareTo(call.textOf(b)) : kinds;
      }
      if (Values.same(a, b, call.budget())) {
        return 0;
      }
      throw call.expected(
          "values of one kind to sort, but got %s and %s."
              .formatted(Values.describe(a), Values.describe(b)));
    };
  }

  private static int kind(Object value) {
    return switch (value) {
      case Number _ -> 0;
      case String _ -> 1;
      case Boolean _ -> 2;
      default -> 3;
    };
  }

  private static Comparator<@Nullable Object> natural(FilterCall call) {
    return (a, b) -> {
      if (a == null || b == null) {
        return Boolean.compare(a == null, b == null);
      }
      var x = call.textOf(a).toLowerCase(Locale.ROOT);
      var y = call.textOf(b).toLowerCase(Locale.ROOT);
      call.budget().search((long) x.length() + y.length(), 0);
      return x.compareTo(y);
    };
  }
}
