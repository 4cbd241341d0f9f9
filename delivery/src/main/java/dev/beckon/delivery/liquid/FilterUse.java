package dev.beckon.delivery.liquid;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A filter where a template uses it, with the arguments it is given there.
record FilterUse(
    Filter.Named filter, List<Expression> arguments, Map<String, Expression> keywords, int at) {

  private static final @Nullable Object[] NONE = new Object[0];
  private static final int CHARACTERS_PER_STEP = 256;

  FilterUse {
    var count = arguments.size();
    if (count < filter.argumentsMin() || count > filter.argumentsMax()) {
      throw Fault.syntax(
          at,
          "Expected the filter “%s” to have %s, but it has %d.%s"
              .formatted(
                  filter.name(),
                  wanted(filter),
                  count,
                  count < filter.argumentsMin()
                      ? " Write them behind a colon: " + filter.name() + ": …"
                      : ""));
    }
    for (var keyword : keywords.keySet()) {
      if (!filter.keywords().contains(keyword)) {
        throw Fault.syntax(
            at,
            "Expected no argument “%s” for the filter “%s”, but found one. Remove it or put the name in quotes."
                .formatted(keyword, filter.name()));
      }
    }
  }

  private static String wanted(Filter.Named filter) {
    return Stream.of(filter.argumentsMin(), filter.argumentsMax())
        .distinct()
        .map(String::valueOf)
        .collect(
            Collectors.joining(
                " to ", "", filter.argumentsMax() == 1 ? " argument" : " arguments"));
  }

  @Nullable Object apply(@Nullable Object input, Scope scope) {
    try {
      var result = filter.filter().apply(input, new FilterCall(this, values(scope), scope));
      charge(input, result, scope.budget());
      return result;
    } catch (Fault fault) {
      throw fault.at(at);
    }
  }

  private @Nullable Object[] values(Scope scope) {
    if (arguments.size() == 0) {
      return NONE;
    }
    var values = new @Nullable Object[arguments.size()];
    for (var i = 0; i < values.length; i++) {
      values[i] = arguments.get(i).value(scope);
    }
    return values;
  }

  private static void charge(@Nullable Object input, @Nullable Object result, Budget budget) {
    budget.steps(1 + size(input) + size(result));
    if (result instanceof String text) {
      var bytes = Output.bytesOf(text);
      budget.text(bytes);
      budget.scratch(bytes);
    }
  }

  private static int size(@Nullable Object value) {
    return switch (value) {
      case String text -> text.length() / CHARACTERS_PER_STEP;
      case List<?> list -> list.size();
      case null, default -> 0;
    };
  }
}
