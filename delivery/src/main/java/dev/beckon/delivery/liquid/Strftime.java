package dev.beckon.delivery.liquid;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Prints dates by a pattern of percent signs and letters, such as `%B %-d, %Y`.
final class Strftime {

  private static final int WIDTH_MAX = 100;
  private static final int DEPTH_MAX = 2;
  private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

  private final ZonedDateTime date;
  private final StringBuilder text = new StringBuilder(32);

  private Strftime(ZonedDateTime date) {
    this.date = date;
  }

  static String format(ZonedDateTime date, String pattern) {
    var strftime = new Strftime(date);
    strftime.print(pattern, 0);
    return strftime.text.toString();
  }

  private void print(String pattern, int depth) {
    var at = 0;
    while (at < pattern.length()) {
      var c = pattern.charAt(at);
      at = c == '%' ? directive(pattern, at, depth) : copy(c, at);
    }
  }

  private int copy(char c, int at) {
    text.append(c);
    return at + 1;
  }

  /// Prints one directive and answers where it ends; what is none is copied.
  private int directive(String pattern, int start, int depth) {
    var at = start + 1;
    while (at < pattern.length() && "-0^#_:".indexOf(pattern.charAt(at)) >= 0) {
      at++;
    }
    var flags = pattern.substring(start + 1, at);
    var digitsFrom = at;
    while (at < pattern.length() && Character.isDigit(pattern.charAt(at)) && at - digitsFrom < 9) {
      at++;
    }
    var width =
        at == digitsFrom
            ? -1
            : Math.min(WIDTH_MAX, Integer.parseInt(pattern.substring(digitsFrom, at)));
    var letter = at < pattern.length() ? pattern.charAt(at) : 0;
    var expansion = expansion(letter);
    if (expansion != null && depth < DEPTH_MAX) {
      var expanded = new Strftime(date);
      expanded.print(expansion, depth + 1);
      pad(cased(expanded.text.toString(), flags), flags, ' ', Math.max(width, 0));
      return at + 1;
    }
    if (!value(letter, flags, width)) {
      text.append(pattern, start, Math.min(at + 1, pattern.length()));
    }
    return at + 1;
  }

  private static @Nullable String expansion(char letter) {
    return switch (letter) {
      case 'D', 'x' -> "%m/%d/%y";
      case 'F' -> "%Y-%m-%d";
      case 'T', 'X' -> "%H:%M:%S";
      case 'R' -> "%H:%M";
      case 'r' -> "%I:%M:%S %p";
      case 'c' -> "%a %b %e %H:%M:%S %Y";
      case 'v' -> "%e-%^b-%Y";
      case '+' -> "%a %b %e %H:%M:%S %Z %Y";
      default -> null;
    };
  }

  private boolean value(char letter, String flags, int width) {
    switch (letter) {
      case 'Y' -> number(date.getYear(), flags, '0', width, 1);
      case 'C' -> number(Math.floorDiv(date.getYear(), 100), flags, '0', width, 2);
      case 'y' -> number(Math.floorMod(date.getYear(), 100), flags, '0', width, 2);
      case 'm' -> number(date.getMonthValue(), flags, '0', width, 2);
      case 'd' -> number(date.getDayOfMonth(), flags, '0', width, 2);
      case 'e' -> number(date.getDayOfMonth(), flags, ' ', width, 2);
      case 'j' -> number(date.getDayOfYear(), flags, '0', width, 3);
      case 'H' -> number(date.getHour(), flags, '0', width, 2);
      case 'k' -> number(date.getHour(), flags, ' ', width, 2);
      case 'I' -> number(hour12(), flags, '0', width, 2);
      case 'l' -> number(hour12(), flags, ' ', width, 2);
      case 'M' -> number(date.getMinute(), flags, '0', width, 2);
      case 'S' -> number(date.getSecond(), flags, '0', width, 2);
      case 's' -> number(date.toEpochSecond(), flags, '0', width, 1);
      case 'u' -> number(date.getDayOfWeek().getValue(), flags, '0', width, 1);
      case 'w' -> number(date.getDayOfWeek().getValue() % 7, flags, '0', width, 1);
      case 'G' -> number(date.get(IsoFields.WEEK_BASED_YEAR), flags, '0', width, 4);
      case 'g' -> number(date.get(IsoFields.WEEK_BASED_YEAR) % 100, flags, '0', width, 2);
      case 'V' -> number(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), flags, '0', width, 2);
      case 'U' -> number(week(date.getDayOfWeek().getValue() % 7), flags, '0', width, 2);
      case 'W' -> number(week(date.getDayOfWeek().getValue() - 1), flags, '0', width, 2);
      case 'L' -> fraction(width < 0 ? 3 : width);
      case 'N' -> fraction(width < 0 ? 9 : width);
      default -> {
        return name(letter, flags, width);
      }
    }
    return true;
  }

  private boolean name(char letter, String flags, int width) {
    var name =
        switch (letter) {
          case 'B' -> date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
          case 'b', 'h' ->
              date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH).substring(0, 3);
          case 'A' -> date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
          case 'a' -> date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
          case 'p' -> flags.contains("#") ? half().toLowerCase(Locale.ROOT) : half();
          case 'P' -> half().toLowerCase(Locale.ROOT);
          case 'z' -> offset(flags);
          case 'Z' -> ZONE.format(date).replaceFirst("^Z$", "UTC");
          case 'q' -> ordinal();
          case 'n' -> "\n";
          case 't' -> "\t";
          case '%' -> "%";
          default -> null;
        };
    if (name == null) {
      return false;
    }
    pad(
        letter == 'p' ? name : cased(name, flags),
        flags,
        letter == 'z' ? '0' : ' ',
        Math.max(width, 0));
    return true;
  }

  private static String cased(String name, String flags) {
    return flags.contains("^") || flags.contains("#") ? name.toUpperCase(Locale.ROOT) : name;
  }

  private void number(long value, String flags, char filler, int width, int usual) {
    pad(Long.toString(value), flags, filler, flags.contains("-") ? 0 : width < 0 ? usual : width);
  }

  private void pad(String value, String flags, char usual, int width) {
    var filler = flags.contains("_") ? ' ' : flags.contains("0") ? '0' : usual;
    text.repeat(filler, Math.max(0, width - value.length())).append(value);
  }

  private void fraction(int digits) {
    var nanos = "%09d".formatted(date.get(ChronoField.NANO_OF_SECOND));
    text.append(nanos, 0, Math.min(9, digits)).repeat('0', Math.max(0, digits - 9));
  }

  private int hour12() {
    return date.getHour() % 12 == 0 ? 12 : date.getHour() % 12;
  }

  private String half() {
    return date.getHour() < 12 ? "AM" : "PM";
  }

  private int week(int daysSinceFirst) {
    return (date.getDayOfYear() + 6 - daysSinceFirst) / 7;
  }

  private String offset(String flags) {
    var seconds = date.getOffset().getTotalSeconds();
    var minutes = Math.abs(seconds) / 60;
    return "%s%02d%s%02d"
        .formatted(
            seconds < 0 ? "-" : "+", minutes / 60, flags.contains(":") ? ":" : "", minutes % 60);
  }

  private String ordinal() {
    var day = date.getDayOfMonth();
    return day / 10 == 1
        ? "th"
        : switch (day % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }
}
