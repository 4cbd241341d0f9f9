package dev.beckon.delivery.liquid;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What templates can do with any value: look inside, test, compare.
final class Values {

  /// Stands for what does not exist, where null would mean that it exists and is null.
  static final Object NOTHING = Nothing.NOTHING;

  private enum Nothing {
    NOTHING
  }

  private Values() {}

  static boolean isNothing(@Nullable Object value) {
    return value instanceof Nothing;
  }

  static boolean truthy(@Nullable Object value) {
    return value != null && !Boolean.FALSE.equals(value);
  }

  /// What is at a key of a value; `first`, `last` and `size` work behind a dot only.
  static @Nullable Object property(
      @Nullable Object owner, @Nullable Object key, boolean dotted, boolean modern) {
    return switch (owner) {
      case Map<?, ?> map -> ofMap(map, key, dotted, modern);
      case List<?> list -> ofList(list, key, dotted, modern);
      case Drop drop -> key instanceof String name && drop.has(name) ? drop.get(name) : NOTHING;
      case String text when dotted -> ofText(text, key);
      case Span span -> ofSpan(span, key, dotted);
      case null, default -> NOTHING;
    };
  }

  private static @Nullable Object ofMap(
      Map<?, ?> map, @Nullable Object key, boolean dotted, boolean modern) {
    var named = modern && key instanceof Number number ? Numbers.text(number, true) : key;
    if (!(named instanceof String name)) {
      return NOTHING;
    }
    var value = map.get(name);
    if (value != null || map.containsKey(name)) {
      return value;
    }
    if (dotted && name.equals("size")) {
      return (long) map.size();
    }
    return dotted && name.equals("first") ? first(map) : NOTHING;
  }

  static @Nullable Object first(Map<?, ?> map) {
    return map.isEmpty() ? null : pair(map.entrySet().iterator().next());
  }

  /// An entry as templates see it: a list of the key and the value.
  static List<@Nullable Object> pair(Map.Entry<?, ?> entry) {
    return Arrays.<@Nullable Object>asList(entry.getKey(), entry.getValue());
  }

  private static @Nullable Object ofList(
      List<?> list, @Nullable Object key, boolean dotted, boolean modern) {
    return switch (key) {
      case Number index when Numbers.isWhole(index) -> at(list, index.longValue());
      case String name when dotted && name.equals("size") -> (long) list.size();
      case String name when dotted && name.equals("first") -> at(list, 0);
      case String name when dotted && name.equals("last") -> at(list, -1);
      case String name when modern && name.matches("\\d{1,9}") -> at(list, Long.parseLong(name));
      case null, default -> NOTHING;
    };
  }

  /// The item at an index; negative ones count from the end.
  static @Nullable Object at(List<?> list, long index) {
    var position = index < 0 ? index + list.size() : index;
    return position < 0 || position >= list.size() ? NOTHING : list.get((int) position);
  }

  private static Object ofText(String text, @Nullable Object key) {
    if ("size".equals(key)) {
      return (long) text.codePointCount(0, text.length());
    }
    if (text.isEmpty() || !("first".equals(key) || "last".equals(key))) {
      return "first".equals(key) || "last".equals(key) ? "" : NOTHING;
    }
    var from = "first".equals(key) ? 0 : text.offsetByCodePoints(text.length(), -1);
    return text.substring(from, text.offsetByCodePoints(from, 1));
  }

  private static Object ofSpan(Span span, @Nullable Object key, boolean dotted) {
    return switch (key) {
      case Number index when Numbers.isWhole(index) && index.longValue() >= 0 ->
          index.longValue() < span.size() ? span.from() + index.longValue() : NOTHING;
      case String name when dotted && name.equals("size") -> span.size();
      case String name when dotted && name.equals("first") -> span.from();
      case String name when dotted && name.equals("last") -> span.to();
      case null, default -> NOTHING;
    };
  }

  /// Whether two values are the same: numbers by value, lists and maps by what is in them.
  static boolean same(@Nullable Object a, @Nullable Object b, Budget budget) {
    if (b instanceof Special special) {
      return special.holdsFor(a);
    }
    return switch (a) {
      case null -> b == null;
      case String text -> b instanceof String other && sameText(text, other, budget);
      case Number x when b instanceof Number y ->
          Numbers.compare(Numbers.of(x), Numbers.of(y)) == 0;
      case List<?> x when b instanceof List<?> y -> sameItems(x, y, budget);
      case Map<?, ?> x when b instanceof Map<?, ?> y -> sameEntries(x, y, budget);
      case Special special -> special.holdsFor(b);
      default -> a.equals(b);
    };
  }

  private static boolean sameText(String x, String y, Budget budget) {
    budget.search(Math.min(x.length(), y.length()), 0);
    return x.equals(y);
  }

  private static boolean sameItems(List<?> x, List<?> y, Budget budget) {
    if (x.size() != y.size()) {
      return false;
    }
    budget.enter();
    var same = true;
    for (var i = 0; same && i < x.size(); i++) {
      budget.step();
      same = same(x.get(i), y.get(i), budget);
    }
    budget.leave();
    return same;
  }

  private static boolean sameEntries(Map<?, ?> x, Map<?, ?> y, Budget budget) {
    if (x.size() != y.size()) {
      return false;
    }
    budget.enter();
    var same = true;
    for (var entry : x.entrySet()) {
      budget.step();
      same =
          same
              && y.containsKey(entry.getKey())
              && same(entry.getValue(), y.get(entry.getKey()), budget);
    }
    budget.leave();
    return same;
  }

  /// A value in a few words, for messages.
  static String describe(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case String text ->
          "the text “" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "”";
      case Number number -> "the number " + Numbers.text(number, true);
      case Boolean truth -> truth.toString();
      case List<?> _, Span _ -> "a list";
      default -> "a group of values";
    };
  }

  /// `empty` and `blank` where a condition compares with them.
  enum Special {
    EMPTY,
    BLANK;

    boolean holdsFor(@Nullable Object value) {
      return switch (value) {
        case String text -> this == EMPTY ? text.isEmpty() : text.isBlank();
        case List<?> list -> list.isEmpty();
        case Map<?, ?> map -> map.isEmpty();
        case Span span -> span.size() == 0;
        case null -> this == BLANK;
        case Boolean truth -> this == BLANK && !truth;
        default -> false;
      };
    }

    @Override
    public String toString() {
      return "";
    }
  }
}
