package dev.beckon.delivery.liquid;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `if` asks: comparisons joined by `and` and `or`, which bind from the right without
/// precedence.
///
/// A value that does not exist is nil here, whatever the policy for missing attributes is.
record Condition(List<Test> tests, List<Boolean> ands) {

  boolean holds(Scope scope) {
    for (var i = 0; i < ands.size(); i++) {
      var holds = tests.get(i).holds(scope);
      if (holds != ands.get(i)) {
        return holds;
      }
    }
    return tests.getLast().holds(scope);
  }

  /// One comparison, or one value taken for true or false.
  sealed interface Test {
    boolean holds(Scope scope);
  }

  /// True unless it is nil or false.
  record Truth(Expression value) implements Test {
    @Override
    public boolean holds(Scope scope) {
      return Values.truthy(value.valueIfAny(scope));
    }
  }

  /// Two values side by side.
  record Comparison(Expression left, String operator, Expression right, int at) implements Test {

    @Override
    public boolean holds(Scope scope) {
      var a = left.valueIfAny(scope);
      var b = right.valueIfAny(scope);
      return switch (operator) {
        case "==" -> Values.same(a, b, scope.budget());
        case "!=", "<>" -> !Values.same(a, b, scope.budget());
        case "contains" -> contains(a, b, scope);
        default -> ordered(a, b, scope);
      };
    }

    private boolean ordered(@Nullable Object a, @Nullable Object b, Scope scope) {
      if (a instanceof Number x && b instanceof Number y) {
        return matches(Numbers.compare(Numbers.of(x), Numbers.of(y)));
      }
      if (a instanceof String x && b instanceof String y) {
        scope.budget().search(Math.min(x.length(), y.length()), 0);
        return matches(x.compareTo(y));
      }
      if ((a instanceof Number && b instanceof String)
          || (a instanceof String && b instanceof Number)) {
        return mixed(a, b, scope);
      }
      return false;
    }

    private boolean mixed(Object a, Object b, Scope scope) {
      var text = a instanceof String string ? string : (String) b;
      if (scope.dialect().modern() && text.strip().matches("-?\\d{1,300}(\\.\\d{1,300})?")) {
        return matches(Numbers.compare(Numbers.of(a), Numbers.of(b)));
      }
      throw Fault.value(
              "Expected two numbers or two texts to compare, but got %s and %s. Turn a text into a number with “| plus: 0” in an assign."
                  .formatted(Values.describe(a), Values.describe(b)))
          .at(at);
    }

    private boolean matches(int order) {
      return switch (operator) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    }

    private static boolean contains(@Nullable Object a, @Nullable Object b, Scope scope) {
      if (!Values.truthy(b)) {
        return false;
      }
      return switch (a) {
        case String text -> containsPart(text, Texts.of(b, scope), scope.budget());
        case List<?> list -> containsItem(list, b, scope.budget());
        case Map<?, ?> map -> b instanceof String name && map.containsKey(name);
        case Drop drop -> b instanceof String name && drop.has(name);
        case Span span -> b instanceof Number number && span.contains(number.longValue());
        case null, default -> false;
      };
    }

    private static boolean containsPart(String text, String part, Budget budget) {
      budget.search(text.length(), part.length());
      return text.contains(part);
    }

    private static boolean containsItem(List<?> list, @Nullable Object wanted, Budget budget) {
      for (var item : list) {
        budget.step();
        if (Values.same(item, wanted, budget)) {
          return true;
        }
      }
      return false;
    }
  }
}
