package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Filter.Named.filter;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The filters that print and move dates. What is not a date passes through unchanged.
final class DateFilters {

  private static final String USUAL = "%A, %B %-e, %Y at %-l:%M %P %z";
  private static final String XML = "%Y-%m-%dT%H:%M:%S%:z";

  static final List<Filter.Named> STANDARD = List.of(filter("date", 1, 1, DateFilters::date));

  static final List<Filter.Named> MESSAGES =
      List.of(
          filter("date", 0, 2, DateFilters::date),
          filter("timezone", 1, 1, (input, call) -> inZone(input, call)),
          filter("add_day", 1, 1, (input, call) -> moved(input, call, ChronoUnit.DAYS, 1)),
          filter("add_month", 1, 1, (input, call) -> moved(input, call, ChronoUnit.MONTHS, 1)),
          filter("add_year", 1, 1, (input, call) -> moved(input, call, ChronoUnit.YEARS, 1)),
          filter("subtract_day", 1, 1, (input, call) -> moved(input, call, ChronoUnit.DAYS, -1)),
          filter(
              "subtract_month", 1, 1, (input, call) -> moved(input, call, ChronoUnit.MONTHS, -1)),
          filter("subtract_year", 1, 1, (input, call) -> moved(input, call, ChronoUnit.YEARS, -1)),
          filter("date_to_string", 0, 0, (input, call) -> print(input, call, "%d %b %Y")),
          filter("date_to_long_string", 0, 0, (input, call) -> print(input, call, "%d %B %Y")),
          filter(
              "date_to_rfc822",
              0,
              0,
              (input, call) -> print(input, call, "%a, %d %b %Y %H:%M:%S %z")),
          filter("date_to_xmlschema", 0, 0, (input, call) -> print(input, call, XML)));

  private DateFilters() {}

  private static @Nullable Object date(@Nullable Object input, FilterCall call) {
    var pattern = call.text(0, USUAL);
    if (pattern.isEmpty()) {
      return input;
    }
    call.room(pattern.length() * 20L);
    return print(input, call, pattern);
  }

  private static @Nullable Object print(@Nullable Object input, FilterCall call, String pattern) {
    var date = moment(input, call);
    if (date == null) {
      return input;
    }
    var zone = call.argument(1);
    return Strftime.format(
        zone == null ? date : date.withZoneSameInstant(Dates.zone(zone)), pattern);
  }

  private static @Nullable ZonedDateTime moment(@Nullable Object input, FilterCall call) {
    return Dates.of(input, call.now(), call.zone());
  }

  private static @Nullable Object inZone(@Nullable Object input, FilterCall call) {
    var date = moment(input, call);
    return date == null
        ? input
        : Strftime.format(date.withZoneSameInstant(Dates.zone(call.argument(0))), XML);
  }

  /// The timestamp so many days, months or years away on the calendar.
  private static @Nullable Object moved(
      @Nullable Object input, FilterCall call, ChronoUnit unit, int direction) {
    var date = moment(input, call);
    if (date == null) {
      return input;
    }
    try {
      return date.plus((long) direction * call.integer(0), unit).toEpochSecond();
    } catch (DateTimeException _) {
      throw call.expected(
          "a date within the calendar, but %s leads out of it.".formatted(call.name()));
    }
  }
}
