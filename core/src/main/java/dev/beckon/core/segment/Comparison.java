package dev.beckon.core.segment;

import dev.beckon.core.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How two values compare in conditions.
///
/// Text compares without case; numbers compare as numbers also where one of them is written as
/// text; a time may be Unix seconds or ISO 8601. Whole numbers compare exactly, and a comparison
/// with a fraction uses the order of doubles.
final class Comparison {
  private Comparison() {}

  static boolean same(Value found, Value operand) {
    if (found instanceof Value.Text(String a) && operand instanceof Value.Text(String b)) {
      return a.equalsIgnoreCase(b);
    }
    if (found instanceof Value.Items || found instanceof Value.Fields) {
      return sameParts(found, operand);
    }
    Number a = number(found);
    Number b = number(operand);
    if (a != null && b != null) {
      return compare(a, b) == 0;
    }
    return found.asText().equalsIgnoreCase(operand.asText());
  }

  private static boolean sameParts(Value found, Value operand) {
    if (found instanceof Value.Items(var a) && operand instanceof Value.Items(var b)) {
      return a.size() == b.size() && allSame(a.iterator(), b.iterator());
    }
    if (found instanceof Value.Fields(var a) && operand instanceof Value.Fields(var b)) {
      return a.size() == b.size()
          && a.entrySet().stream().allMatch(field -> sameField(field, b.get(field.getKey())));
    }
    return false;
  }

  private static boolean sameField(Map.Entry<String, Value> field, @Nullable Value other) {
    return other != null && same(field.getValue(), other);
  }

  private static boolean allSame(java.util.Iterator<Value> a, java.util.Iterator<Value> b) {
    while (a.hasNext()) {
      if (!same(a.next(), b.next())) {
        return false;
      }
    }
    return true;
  }

  static boolean contains(Value found, Value operand) {
    if (found instanceof Value.Items(var items)) {
      for (Value item : items) {
        if (same(item, operand)) {
          return true;
        }
      }
      return false;
    }
    return containsText(found.asText(), operand.asText());
  }

  private static boolean containsText(String text, String part) {
    for (int i = 0; i + part.length() <= text.length(); i++) {
      if (text.regionMatches(true, i, part, 0, part.length())) {
        return true;
      }
    }
    return false;
  }

  /// Whether an order holds; false where one side is no number and no time.
  static boolean ordered(Value found, Operator operator, Value operand) {
    Number a = number(found);
    Number b = number(operand);
    if (a == null || b == null) {
      return false;
    }
    int order = compare(a, b);
    return switch (operator) {
      case GT -> order > 0;
      case GTE -> order >= 0;
      case LT -> order < 0;
      case LTE -> order <= 0;
      case IS, IS_NOT, EXISTS, CONTAINS ->
          throw new IllegalArgumentException("Expected an order, but got " + operator + ".");
    };
  }

  private static int compare(Number a, Number b) {
    return a instanceof Long x && b instanceof Long y
        ? Long.compare(x, y)
        : Double.compare(a.doubleValue(), b.doubleValue());
  }

  private static @Nullable Number number(Value value) {
    return switch (value) {
      case Value.Whole whole -> whole.number();
      case Value.Decimal decimal -> decimal.number() + 0.0;
      case Value.Text text -> numberIn(text.text());
      case Value.Nothing _, Value.Truth _, Value.Items _, Value.Fields _ -> null;
    };
  }

  private static @Nullable Number numberIn(String text) {
    int length = text.length();
    if (length == 0 || length > 40) {
      return null;
    }
    char first = text.charAt(0);
    boolean mayBeNumber = (first >= '0' && first <= '9') || first == '-' || first == '.';
    if (!mayBeNumber) {
      return null;
    }
    if (length >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
      return time(text);
    }
    return plainNumber(text);
  }

  private static @Nullable Number plainNumber(String text) {
    boolean whole = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = (c >= '0' && c <= '9') || (c == '-' && i == 0);
      boolean fraction = c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
      if (!digit && !fraction) {
        return null;
      }
      whole &= digit;
    }
    try {
      return whole && text.length() < 19 ? (Number) Long.valueOf(text) : Double.valueOf(text);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private static @Nullable Number time(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toEpochSecond()
          : Instant.parse(text).getEpochSecond();
    } catch (DateTimeException _) {
      return null;
    }
  }
}
