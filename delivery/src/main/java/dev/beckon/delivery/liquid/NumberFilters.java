package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Filter.Named.filter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The standard filters that calculate.
final class NumberFilters {

  static final List<Filter.Named> ALL =
      List.of(
          filter("plus", 1, 1, (input, call) -> Numbers.plus(Numbers.of(input), other(call))),
          filter("minus", 1, 1, (input, call) -> Numbers.minus(Numbers.of(input), other(call))),
          filter("times", 1, 1, (input, call) -> Numbers.times(Numbers.of(input), other(call))),
          filter(
              "divided_by",
              1,
              1,
              (input, call) -> Numbers.dividedBy(Numbers.of(input), other(call), call.modern())),
          filter("modulo", 1, 1, (input, call) -> Numbers.modulo(Numbers.of(input), other(call))),
          filter("abs", 0, 0, (input, call) -> abs(Numbers.of(input))),
          filter(
              "ceil",
              0,
              0,
              (input, call) -> Numbers.round(Numbers.of(input), RoundingMode.CEILING)),
          filter(
              "floor", 0, 0, (input, call) -> Numbers.round(Numbers.of(input), RoundingMode.FLOOR)),
          filter("round", 0, 1, NumberFilters::round),
          filter("at_least", 1, 1, (input, call) -> bound(input, call, 1)),
          filter("at_most", 1, 1, (input, call) -> bound(input, call, -1)),
          filter("sum", 0, 1, NumberFilters::sum));

  private NumberFilters() {}

  private static Number other(FilterCall call) {
    return Numbers.of(call.argument(0));
  }

  private static Number abs(Number number) {
    return Numbers.compare(number, 0L) < 0 ? Numbers.minus(0L, number) : Numbers.result(number);
  }

  private static Number round(@Nullable Object input, FilterCall call) {
    var decimals = Numbers.round(other(call), RoundingMode.DOWN);
    return Numbers.round(Numbers.of(input), Math.clamp(decimals.longValue(), -400, 400));
  }

  private static Number bound(@Nullable Object input, FilterCall call, int direction) {
    var number = Numbers.of(input);
    var bound = other(call);
    var beyond = Integer.signum(Numbers.compare(bound, number)) == direction;
    return Numbers.result(beyond ? bound : number);
  }

  private static Object sum(@Nullable Object input, FilterCall call) {
    Number sum = 0L;
    for (var item : call.items(input)) {
      var value = call.count() == 0 ? item : SearchFilters.property(item, call.argument(0), call);
      for (var part : call.items(Values.isNothing(value) ? null : value)) {
        sum = kept(Numbers.plus(sum, Numbers.of(part)));
      }
    }
    return Numbers.result(sum);
  }

  private static Number kept(Number sum) {
    return sum instanceof Double decimal ? BigDecimal.valueOf(decimal) : sum;
  }
}
