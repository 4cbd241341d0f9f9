package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Filter.Named.filter;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The filters of messages that write numbers for people, and `random`.
final class MoneyFilters {

  static final List<Filter.Named> ALL =
      List.of(
          filter("format_number", 0, 1, MoneyFilters::number),
          filter("currency", 0, 2, (input, call) -> currency(input, call, false)),
          filter("rounded_currency", 0, 2, (input, call) -> currency(input, call, true)),
          filter("random", 0, 0, MoneyFilters::random));

  private static final int STEPS_PER_FORMAT = 50;

  private MoneyFilters() {}

  private static String number(@Nullable Object input, FilterCall call) {
    call.budget().steps(STEPS_PER_FORMAT);
    var format = NumberFormat.getNumberInstance(locale(call.text(0, "en-US"), call));
    format.setMaximumFractionDigits(10);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(Numbers.of(input));
  }

  /// An amount in a locale and a currency; either may be given alone, a currency is three capital
  /// letters.
  private static String currency(@Nullable Object input, FilterCall call, boolean rounded) {
    call.budget().steps(STEPS_PER_FORMAT);
    var codeOnly = call.count() == 1 && call.text(0).matches("[A-Z]{3}");
    var locale = locale(codeOnly ? "en-US" : call.text(0, "en-US"), call);
    var format = NumberFormat.getCurrencyInstance(locale);
    var code = codeOnly ? call.text(0) : call.text(1, usual(locale));
    try {
      format.setCurrency(Currency.getInstance(code));
    } catch (IllegalArgumentException _) {
      throw call.expected("a currency such as “EUR”, but got “" + code + "”.");
    }
    var digits = rounded ? 0 : Math.max(0, format.getCurrency().getDefaultFractionDigits());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(Numbers.of(input));
  }

  private static String usual(Locale locale) {
    return locale.getCountry().isEmpty() ? "USD" : Currency.getInstance(locale).getCurrencyCode();
  }

  private static Locale locale(String tag, FilterCall call) {
    var locale = Locale.forLanguageTag(tag.strip().replace('_', '-'));
    if (locale.getLanguage().isEmpty()) {
      throw call.expected("a locale such as “en-US”, but got “" + tag + "”.");
    }
    return locale;
  }

  /// One of the items of a list, or a whole number from 0 up to but not including the input.
  private static @Nullable Object random(@Nullable Object input, FilterCall call) {
    var chance = call.scope().chance();
    if (input instanceof List<?> list) {
      return list.isEmpty() ? null : list.get(chance.nextInt(list.size()));
    }
    var most = Numbers.of(input).intValue();
    if (most < 1) {
      throw call.expected("a number of at least 1, but got " + Values.describe(input) + ".");
    }
    return (long) chance.nextInt(most);
  }
}
