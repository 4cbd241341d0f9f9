package dev.beckon.api.intake;

import dev.beckon.api.http.Refusal;
import dev.beckon.core.value.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Times in Unix seconds as clients send them, read as epoch ms.
public final class Timestamps {
  /// Beyond it a number is taken for this time, which is far in the future all the same (s).
  static final long SECONDS_MAX = 9_999_999_999_999L;

  private Timestamps() {}

  /// Reads seconds as a number or as digits; null for JSON null.
  ///
  /// Clients cut off the fraction: the current second means now, so that events keep their order.
  public static @Nullable Long read(String name, Value value, long now) {
    return switch (value) {
      case Value.Whole whole -> seconds(name, whole.number(), now);
      case Value.Decimal decimal -> fraction(name, decimal.number());
      case Value.Text text -> digits(name, text.text(), now);
      case Value.Nothing _ -> null;
      case Value.Truth _, Value.Items _, Value.Fields _ -> throw wrong(name, value.asText());
    };
  }

  private static long seconds(String name, long seconds, long now) {
    if (seconds < 0) {
      throw wrong(name, Long.toString(seconds));
    }
    return seconds == now / 1_000 ? now : Math.min(seconds, SECONDS_MAX) * 1_000;
  }

  private static long fraction(String name, double seconds) {
    if (seconds < 0) {
      throw wrong(name, Double.toString(seconds));
    }
    return (long) (Math.min(seconds, SECONDS_MAX) * 1_000);
  }

  private static long digits(String name, String text, long now) {
    try {
      BigDecimal number = new BigDecimal(text.strip()).min(BigDecimal.valueOf(SECONDS_MAX));
      boolean whole = number.stripTrailingZeros().scale() <= 0;
      return whole
          ? seconds(name, number.longValueExact(), now)
          : fraction(name, number.doubleValue());
    } catch (ArithmeticException | NumberFormatException _) {
      throw wrong(name, text);
    }
  }

  private static Refusal wrong(String name, String got) {
    return Refusal.invalid(
        "Expected " + name + " in Unix seconds, such as 1772013598, but got " + got + ".");
  }
}
