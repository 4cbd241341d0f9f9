package dev.beckon.api.pipelines;

import dev.beckon.core.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/// Times as ISO 8601 writes them: the protocol turns those among attributes into Unix seconds, so
/// that conditions can compare them (spec: data-in.md, 3.4).
final class IsoTimes {
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}"
              + "([Tt ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?([Zz]|[+-]\\d{2}:?(\\d{2})?)?)?");
  private static final int DATE_CHARS = 10;
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm")
          .optionalStart()
          .appendPattern(":ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHmm", "Z")
          .optionalEnd()
          .toFormatter(java.util.Locale.ROOT);

  private IsoTimes() {}

  /// The moment that a text names; a date is its midnight, and without an offset it is UTC.
  static Optional<Instant> read(String text) {
    if (text.length() < DATE_CHARS || !SHAPE.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      if (text.length() == DATE_CHARS) {
        return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
      }
      return Optional.of(moment(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Instant moment(String text) {
    String date = text.substring(0, DATE_CHARS);
    String time = text.substring(DATE_CHARS + 1).replace(',', '.').replace('z', 'Z');
    int offset = Math.max(time.indexOf('+'), time.indexOf('-'));
    if (offset > 0) {
      String hours = time.substring(offset).replace(":", "");
      time = time.substring(0, offset) + (hours.length() == 3 ? hours + "00" : hours);
    }
    var read =
        TIME.parseBest(date + "T" + time, java.time.OffsetDateTime::from, LocalDateTime::from);
    return read instanceof LocalDateTime local
        ? local.toInstant(ZoneOffset.UTC)
        : Instant.from(read);
  }

  /// The same fields with every such text as Unix seconds; what is in lists stays as it is.
  static Value.Fields toSeconds(Value.Fields fields) {
    LinkedHashMap<String, Value> converted = new LinkedHashMap<>();
    fields.fields().forEach((name, value) -> converted.put(name, toSeconds(value)));
    return new Value.Fields(converted);
  }

  private static Value toSeconds(Value value) {
    return switch (value) {
      case Value.Text(String text) ->
          read(text).map(at -> Value.of(at.getEpochSecond())).orElse(value);
      case Value.Fields fields -> toSeconds(fields);
      case Value.Nothing _, Value.Truth _, Value.Whole _, Value.Decimal _, Value.Items _ -> value;
    };
  }
}
