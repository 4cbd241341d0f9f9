package dev.beckon.delivery.liquid;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Arithmetic as templates know it: whole numbers stay whole, everything else is decimal.
final class Numbers {

  private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+");
  private static final int DIGITS_MAX = 1_000;
  private static final double PLAIN_MAX = 1e15;

  private Numbers() {}

  static boolean isWhole(Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof BigInteger
        || value instanceof Short
        || value instanceof Byte;
  }

  /// Any value as a number: a Long, a BigInteger or a BigDecimal; 0 for what is not one.
  static Number of(@Nullable Object value) {
    return switch (value) {
      case Long whole -> whole;
      case BigInteger whole -> whole;
      case BigDecimal decimal -> bounded(decimal);
      case Number number when isWhole(number) -> number.longValue();
      case Number number -> decimal(number.doubleValue());
      case String text -> parse(text.strip());
      case null, default -> 0L;
    };
  }

  private static BigDecimal decimal(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw tooLarge();
    }
    return BigDecimal.valueOf(value);
  }

  private static BigDecimal bounded(BigDecimal decimal) {
    if (Math.abs((long) decimal.scale()) > DIGITS_MAX || decimal.precision() > DIGITS_MAX) {
      throw tooLarge();
    }
    return decimal;
  }

  private static Fault tooLarge() {
    return Fault.value("Expected a number of at most " + DIGITS_MAX + " digits, but it has more.");
  }

  private static Number parse(String text) {
    if (text.length() > DIGITS_MAX) {
      throw tooLarge();
    }
    return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : leadingWhole(text);
  }

  /// The whole number with which a text begins, 0 when it begins otherwise.
  static Number leadingWhole(String text) {
    var start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    var end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end == start
        ? (Number) 0L
        : whole(new BigInteger(text.substring(text.startsWith("+") ? 1 : 0, end)));
  }

  static Number whole(BigInteger value) {
    if (value.bitLength() > DIGITS_MAX * 3) {
      throw tooLarge();
    }
    return value.bitLength() < 64 ? (Number) value.longValue() : value;
  }

  /// A value that must be a whole number, such as a position or a count.
  static int integer(@Nullable Object value, boolean decimalsToo) {
    var number =
        switch (value) {
          case String text when text.strip().matches("[-+]?\\d{1,9}") -> Long.valueOf(text.strip());
          case Number whole when isWhole(whole) -> whole;
          case Number decimal when decimalsToo -> (Number) (long) Math.floor(decimal.doubleValue());
          case null, default ->
              throw Fault.value(
                  "Expected a whole number such as 3, but got " + Values.describe(value) + ".");
        };
    return Math.clamp(number.longValue(), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  static Number plus(Number a, Number b) {
    return a instanceof Long x && b instanceof Long y && fits(x, y)
        ? (Number) (x + y)
        : exact(a, b) ? whole(big(a).add(big(b))) : rounded(decimal(a).add(decimal(b)));
  }

  static Number minus(Number a, Number b) {
    return a instanceof Long x && b instanceof Long y && fits(x, y)
        ? (Number) (x - y)
        : exact(a, b) ? whole(big(a).subtract(big(b))) : rounded(decimal(a).subtract(decimal(b)));
  }

  private static boolean fits(long x, long y) {
    return Math.abs(x / 4) < Long.MAX_VALUE / 8 && Math.abs(y / 4) < Long.MAX_VALUE / 8;
  }

  static Number times(Number a, Number b) {
    return exact(a, b) ? whole(big(a).multiply(big(b))) : rounded(decimal(a).multiply(decimal(b)));
  }

  /// Division; of whole numbers it rounds down, unless asked to be exact.
  static Number dividedBy(Number a, Number b, boolean exactly) {
    requireNotZero(b);
    if (exact(a, b)) {
      var parts = floorDivide(big(a), big(b));
      if (!exactly || parts[1].signum() == 0) {
        return whole(parts[0]);
      }
    }
    var digits = DIGITS_MAX / 20;
    return rounded(
        decimal(a)
            .divide(decimal(b), Math.max(digits, decimal(a).scale()), RoundingMode.HALF_EVEN));
  }

  /// The rest of a division, with the sign of the divisor.
  static Number modulo(Number a, Number b) {
    requireNotZero(b);
    if (exact(a, b)) {
      return whole(floorDivide(big(a), big(b))[1]);
    }
    var divisor = decimal(b);
    var rest = decimal(a).remainder(divisor);
    return rounded(rest.signum() * divisor.signum() < 0 ? rest.add(divisor) : rest);
  }

  private static BigInteger[] floorDivide(BigInteger a, BigInteger b) {
    var parts = a.divideAndRemainder(b);
    if (parts[1].signum() * b.signum() < 0) {
      parts[0] = parts[0].subtract(BigInteger.ONE);
      parts[1] = parts[1].add(b);
    }
    return parts;
  }

  private static void requireNotZero(Number divisor) {
    if (decimal(divisor).signum() == 0) {
      throw Fault.value("Expected a number other than 0 to divide by, but got 0.");
    }
  }

  static int compare(Number a, Number b) {
    return a instanceof Long x && b instanceof Long y
        ? Long.compare(x, y)
        : decimal(a).compareTo(decimal(b));
  }

  /// Rounded half away from zero to so many decimals; whole when there are none.
  static Number round(Number value, int decimals) {
    if (value instanceof BigDecimal decimal) {
      var rounded =
          decimal.setScale(Math.clamp(decimals, -DIGITS_MAX, DIGITS_MAX), RoundingMode.HALF_UP);
      return decimals > 0 ? rounded(rounded) : whole(rounded.toBigInteger());
    }
    return decimals >= 0 ? value : round(decimal(value), decimals);
  }

  static Number round(Number value, RoundingMode mode) {
    return value instanceof BigDecimal decimal
        ? whole(decimal.setScale(0, mode).toBigInteger())
        : value;
  }

  static BigDecimal decimal(Number value) {
    return switch (value) {
      case BigDecimal decimal -> decimal;
      case BigInteger whole -> new BigDecimal(whole);
      default -> BigDecimal.valueOf(value.longValue());
    };
  }

  /// A result as it is kept: decimals as the nearest double.
  static Number result(Number value) {
    return value instanceof BigDecimal decimal ? rounded(decimal) : value;
  }

  private static Number rounded(BigDecimal value) {
    var nearest = value.doubleValue();
    if (Double.isInfinite(nearest)) {
      throw tooLarge();
    }
    return nearest;
  }

  private static boolean exact(Number a, Number b) {
    return !(a instanceof BigDecimal) && !(b instanceof BigDecimal);
  }

  private static BigInteger big(Number value) {
    return value instanceof BigInteger big ? big : BigInteger.valueOf(value.longValue());
  }

  /// A number as text without an exponent; decimals show at least one place unless `plain`.
  static String text(Number number, boolean plain) {
    if (isWhole(number)) {
      return number.toString();
    }
    var value = number.doubleValue();
    if (value == Math.rint(value) && Math.abs(value) < PLAIN_MAX) {
      return (long) value + (plain ? "" : ".0");
    }
    var text = Double.toString(value);
    return text.indexOf('E') < 0 ? text : expanded(value, plain);
  }

  private static String expanded(double value, boolean plain) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw tooLarge();
    }
    var text = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    return plain || text.indexOf('.') >= 0 ? text : text + ".0";
  }
}
