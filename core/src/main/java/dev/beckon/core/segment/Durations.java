package dev.beckon.core.segment;

import java.util.OptionalLong;

/// Spans of time as definitions write them: a whole number and a unit, such as `30m`, `48h`, `7d`.
public final class Durations {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long WEEK = 7 * DAY;

  private Durations() {}

  /// Reads a duration in ms; empty where the text is none.
  public static OptionalLong parse(String text) {
    if (text.length() < 2 || text.length() > 10) {
      return OptionalLong.empty();
    }
    long number = 0;
    for (int i = 0; i < text.length() - 1; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return OptionalLong.empty();
      }
      number = number * 10 + digit;
    }
    long unit = unit(text.charAt(text.length() - 1));
    return unit == 0 ? OptionalLong.empty() : OptionalLong.of(number * unit);
  }

  private static long unit(char letter) {
    return switch (letter) {
      case 's' -> SECOND;
      case 'm' -> MINUTE;
      case 'h' -> HOUR;
      case 'd' -> DAY;
      case 'w' -> WEEK;
      default -> 0;
    };
  }

  /// Says a duration in its largest whole unit, such as `2 days`.
  public static String words(long ms) {
    if (ms % DAY == 0) {
      return counted(ms / DAY, "day");
    }
    if (ms % HOUR == 0) {
      return counted(ms / HOUR, "hour");
    }
    return ms % MINUTE == 0 ? counted(ms / MINUTE, "minute") : counted(ms / SECOND, "second");
  }

  private static String counted(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
