package dev.beckon.delivery.liquid;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the ways in which people and programs write dates.
final class Dates {

  private static final int LENGTH_MAX = 80;
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";

  private static final Pattern TIMESTAMP = Pattern.compile("-?\\d{1,12}");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?=t|\\b)");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "\\b" + MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)(?:,?\\s+(\\d{4})\\b)?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+" + MONTH + "(?:,?[\\s-]+(\\d{4})\\b)?");
  private static final Pattern MONTH_AND_YEAR =
      Pattern.compile("\\b" + MONTH + ",?\\s+(\\d{4})\\b");
  private static final Pattern SLASHES =
      Pattern.compile("\\b(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})\\b");
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([ap])?\\.?(?:m\\b)?|\\b(\\d{1,2})\\s*([ap])\\.?m\\b");
  private static final Pattern COMPACT_TIME = Pattern.compile("(?<=\\dt)(\\d{2})(\\d{2})(\\d{2})?");
  private static final Pattern OFFSET = Pattern.compile("(?:gmt|utc)?([+-])(\\d{1,2}):?(\\d{2})?$");
  private static final Pattern UNIVERSAL = Pattern.compile("(?:\\d|\\s)(?:z|utc|gmt)$");
  private static final Pattern LABELLED_ZONE =
      Pattern.compile("\\((?:GMT|UTC)([+-]\\d{2}:\\d{2})\\).*", Pattern.CASE_INSENSITIVE);

  private Dates() {}

  /// The moment that a value means, in the zone it names or else in the zone given; null when it
  /// means none.
  static @Nullable ZonedDateTime of(@Nullable Object value, Instant now, ZoneId zone) {
    try {
      return switch (value) {
        case Number number -> at(Numbers.of(number).longValue(), zone);
        case String text -> ofText(text.strip().toLowerCase(Locale.ROOT), now.atZone(zone));
        case null, default -> null;
      };
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static ZonedDateTime at(long seconds, ZoneId zone) {
    return Instant.ofEpochSecond(seconds).atZone(zone);
  }

  private static @Nullable ZonedDateTime ofText(String text, ZonedDateTime now) {
    if (text.equals("now") || text.equals("today")) {
      return now;
    }
    if (text.isEmpty() || text.length() > LENGTH_MAX) {
      return null;
    }
    if (TIMESTAMP.matcher(text).matches()) {
      return at(Long.parseLong(text), now.getZone());
    }
    var time = time(text);
    var date = date(text, now.getYear());
    if (date == null && time == null) {
      return null;
    }
    return ZonedDateTime.of(
        date == null ? now.toLocalDate() : date,
        time == null ? LocalTime.MIDNIGHT : time,
        time == null ? now.getZone() : zone(text, now.getZone()));
  }

  private static @Nullable LocalDate date(String text, int thisYear) {
    for (var pattern : List.of(YEAR_FIRST, COMPACT)) {
      var found = pattern.matcher(text);
      if (found.find()) {
        return LocalDate.of(
            number(found, 1), number(found, 2), found.group(3) == null ? 1 : number(found, 3));
      }
    }
    var slashes = SLASHES.matcher(text);
    if (slashes.find()) {
      return slashed(slashes);
    }
    var monthFirst = MONTH_FIRST.matcher(text);
    if (monthFirst.find()) {
      return named(year(monthFirst, thisYear), monthFirst.group(1), number(monthFirst, 2));
    }
    var dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.find()) {
      return named(year(dayFirst, thisYear), dayFirst.group(2), number(dayFirst, 1));
    }
    var month = MONTH_AND_YEAR.matcher(text);
    return month.find() ? named(number(month, 2), month.group(1), 1) : null;
  }

  /// `3/14/2016` has the month first, `14.3.2016` the day; what cannot be a month is the day.
  private static LocalDate slashed(Matcher found) {
    var first = number(found, 1);
    var second = number(found, 3);
    var monthFirst = found.group(2).equals("/") ? first <= 12 : second > 12;
    return LocalDate.of(number(found, 4), monthFirst ? first : second, monthFirst ? second : first);
  }

  private static LocalDate named(int year, String month, int day) {
    return LocalDate.of(year, MONTHS.indexOf(month) + 1, day);
  }

  private static int year(Matcher found, int thisYear) {
    return found.group(3) == null ? thisYear : number(found, 3);
  }

  private static @Nullable LocalTime time(String text) {
    var compact = COMPACT_TIME.matcher(text);
    if (compact.find()) {
      return LocalTime.of(
          number(compact, 1),
          number(compact, 2),
          compact.group(3) == null ? 0 : number(compact, 3));
    }
    var found = TIME.matcher(text);
    if (!found.find()) {
      return null;
    }
    if (found.group(6) != null) {
      return LocalTime.of(hour(number(found, 6), found.group(7)), 0);
    }
    var nanos =
        found.group(4) == null
            ? 0
            : Integer.parseInt((found.group(4) + "00000000").substring(0, 9));
    return LocalTime.of(
        hour(number(found, 1), found.group(5)),
        number(found, 2),
        found.group(3) == null ? 0 : number(found, 3),
        nanos);
  }

  private static int hour(int hour, @Nullable String half) {
    return half == null ? hour : hour % 12 + (half.equals("p") ? 12 : 0);
  }

  private static ZoneId zone(String text, ZoneId otherwise) {
    var offset = OFFSET.matcher(text);
    if (offset.find()) {
      var minutes = offset.group(3) == null ? 0 : number(offset, 3);
      var total = (number(offset, 2) * 60 + minutes) * 60;
      return ZoneOffset.ofTotalSeconds(offset.group(1).equals("-") ? -total : total);
    }
    return UNIVERSAL.matcher(text).find() ? ZoneOffset.UTC : otherwise;
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  /// A zone as templates name it: an IANA name, a label such as `(GMT-05:00) Eastern`, or minutes
  /// behind UTC.
  static ZoneId zone(@Nullable Object named) {
    try {
      return switch (named) {
        case Number minutes ->
            ZoneOffset.ofTotalSeconds(Math.clamp(-minutes.longValue() * 60, -64800, 64800));
        case String text -> {
          var label = LABELLED_ZONE.matcher(text.strip());
          yield label.matches() ? ZoneOffset.of(label.group(1)) : ZoneId.of(text.strip());
        }
        case null, default -> throw new DateTimeException("no zone");
      };
    } catch (DateTimeException _) {
      throw Fault.value(
          "Expected a time zone such as “America/New_York”, but got "
              + Values.describe(named)
              + ".");
    }
  }
}
