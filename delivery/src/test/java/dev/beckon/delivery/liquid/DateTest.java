package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Rendering.failure;
import static dev.beckon.delivery.liquid.Rendering.input;
import static dev.beckon.delivery.liquid.Rendering.render;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How dates are read, moved and printed. The render happens on 14 March 2026 at 15:09:26 UTC.
final class DateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1152098955                       | 2006-07-05 11:29:15 +0000",
        "-86400                           | 1969-12-31 00:00:00 +0000",
        "2016-03-14                       | 2016-03-14 00:00:00 +0000",
        "2016/3/4                         | 2016-03-04 00:00:00 +0000",
        "2016-03-14T10:11:12Z             | 2016-03-14 10:11:12 +0000",
        "2016-03-14T10:11:12.345+05:30    | 2016-03-14 10:11:12 +0530",
        "2016-03-14 10:11:12 -0800        | 2016-03-14 10:11:12 -0800",
        "2016-03-14 10:11:12 UTC          | 2016-03-14 10:11:12 +0000",
        "20160314T101112Z                 | 2016-03-14 10:11:12 +0000",
        "20160314                         | 1970-08-22 08:05:14 +0000",
        "March 14, 2016                   | 2016-03-14 00:00:00 +0000",
        "mar 14 2016 10:30 pm             | 2016-03-14 22:30:00 +0000",
        "14 March 2016 12:05am            | 2016-03-14 00:05:00 +0000",
        "14th of nothing                  | 14th of nothing",
        "14-Mar-2016                      | 2016-03-14 00:00:00 +0000",
        "Mon, 14 Mar 2016 10:11:12 GMT    | 2016-03-14 10:11:12 +0000",
        "Mon, 14 Mar 2016 10:11:12 +0100  | 2016-03-14 10:11:12 +0100",
        "3/14/2016                        | 2016-03-14 00:00:00 +0000",
        "14/3/2016                        | 2016-03-14 00:00:00 +0000",
        "4.3.2016                         | 2016-03-04 00:00:00 +0000",
        "March 2016                       | 2016-03-01 00:00:00 +0000",
        "March 5                          | 2026-03-05 00:00:00 +0000",
        "10:30                            | 2026-03-14 10:30:00 +0000",
        "today                            | 2026-03-14 15:09:26 +0000",
        "2016-02-31                       | 2016-02-31",
        "soon                             | soon",
      })
  void reads(String text, String wanted) {
    assertThat(render("{{ d | date: '%F %T %z' }}", Map.of("d", text))).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "%Y %C %y %m %B %b %h                      | 2005 20 05 01 January Jan Jan",
        "%d %e %j %-d %-m %_m %05d                 | 02  2 002 2 1  1 00002",
        "%H %k %I %l %p %P %M %S %L %N %3N         | 03  3 03  3 AM am 04 05 678 678000000 678",
        "%A %a %u %w %^a %^B                       | Sunday Sun 7 0 SUN JANUARY",
        "%G %g %V %U %W                            | 2004 04 53 01 00",
        "%D %F %T %R %r %X %x                      | 01/02/05 2005-01-02 03:04:05 03:04 03:04:05 AM 03:04:05 01/02/05",
        "%c / %v / %+                              | Sun Jan  2 03:04:05 2005 /  2-JAN-2005 / Sun Jan  2 03:04:05 CET 2005",
        "%z %:z %Z %s %#p %e%q                     | +0100 +01:00 CET 1104631445 am  2nd",
        "%% %n%t %Q %                              | % ~%Q %~",
      })
  void prints(String pattern, String wanted) {
    var values = Map.of("d", "2005-01-02 03:04:05.678", "p", pattern);
    var text = render("{{ d | date: p }}", input(values).with(ZoneId.of("Europe/Vienna")));
    assertThat(text.replace("\n\t", "").replace("  %Q", " %Q")).isEqualTo(wanted.replace("~", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{{ 0 | date: '%F %R', 'America/New_York' }}                  # 1969-12-31 19:00",
        "{{ 0 | date: '%F %R', '(GMT-05:00) Eastern Time' }}          # 1969-12-31 19:00",
        "{{ 0 | date: '%F %R', 300 }}                                 # 1969-12-31 19:00",
        "{{ 0 | timezone: 'Asia/Tokyo' | date: '%F %R %z' }}          # 1970-01-01 09:00 +0900",
        "{{ '2024-01-31' | add_month: 1 | date: '%F' }}               # 2024-02-29",
        "{{ '2024-02-29' | subtract_year: 1 | date: '%F' }}           # 2023-02-28",
        "{{ '2024-02-28' | add_day: 2 | subtract_day: 1 | date: '%F' }} # 2024-02-29",
        "{{ '2024-02-28' | subtract_month: 2 | add_year: 1 | date: '%F' }} # 2024-12-28",
        "{{ 'never' | add_day: 2 }}                                   # never",
        "{{ 0 | date_to_string }}, {{ 0 | date_to_long_string }}      # 01 Jan 1970, 01 January 1970",
        "{{ 0 | date_to_rfc822 }}                                     # Thu, 01 Jan 1970 00:00:00 +0000",
        "{{ 0 | date_to_xmlschema }}                                  # 1970-01-01T00:00:00+00:00",
        "{{ 0 | date }}                                               # Thursday, January 1, 1970 at 12:00 am +0000",
      })
  void moves(String source, String wanted) {
    assertThat(render(source)).isEqualTo(wanted);
  }

  @Test
  void refusesUnknownZonesAndImpossibleMoves() {
    assertThat(failure("{{ 0 | date: '%F', 'Mars/Base' }}").problem())
        .startsWith("Expected a time zone");
    assertThat(failure("{{ 0 | add_year: 999999999 }}{{ 0 | add_year: 1999999999 }}").problem())
        .startsWith("Expected");
  }
}
