package dev.beckon.delivery.liquid;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Something in a template that has a value. Its text form is the same however it was spaced.
sealed interface Expression {

  /// The value; under [Missing#FAIL] it must exist.
  @Nullable Object value(Scope scope);

  /// The value, or null when it does not exist.
  default @Nullable Object valueIfAny(Scope scope) {
    return value(scope);
  }

  /// A value written in the template.
  record Literal(@Nullable Object constant) implements Expression {

    @Override
    public @Nullable Object value(Scope scope) {
      return constant;
    }

    @Override
    public String toString() {
      return switch (constant) {
        case null -> "nil";
        case String text -> text.indexOf('"') < 0 ? '"' + text + '"' : "'" + text + "'";
        default -> constant.toString();
      };
    }
  }

  /// A range whose ends are worked out when it is used.
  record RangeOf(Expression from, Expression to) implements Expression {

    @Override
    public @Nullable Object value(Scope scope) {
      return new Span(end(from.value(scope)), end(to.value(scope)));
    }

    private static long end(@Nullable Object value) {
      var number =
          value instanceof String text ? Numbers.leadingWhole(text.strip()) : Numbers.of(value);
      return Math.clamp(number.longValue(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public String toString() {
      return "(" + from + ".." + to + ")";
    }
  }

  /// A path such as `customer.orders[0].total`.
  final class Lookup implements Expression {

    /// One step of a path: a key that stands behind a dot, or a key worked out inside of brackets.
    record Step(Expression key, boolean dotted, int at) {

      @Override
      public String toString() {
        return dotted && key instanceof Literal(var name) ? "." + name : "[" + key + "]";
      }
    }

    private final Expression root;
    private final List<Step> steps;

    Lookup(Expression root, List<Step> steps) {
      this.root = root;
      this.steps = steps;
    }

    /// The first name; empty when it is worked out at render time.
    String rootName() {
      return root instanceof Literal(String name) ? name : "";
    }

    /// The names behind the root, up to the first key that is not a name.
    List<String> names() {
      var names = new ArrayList<String>();
      for (var step : steps) {
        if (!(step.key() instanceof Literal(String name))) {
          break;
        }
        names.add(name);
      }
      return names;
    }

    @Override
    public @Nullable Object value(Scope scope) {
      return follow(scope, scope.input().missing() == Missing.FAIL);
    }

    @Override
    public @Nullable Object valueIfAny(Scope scope) {
      return follow(scope, false);
    }

    private @Nullable Object follow(Scope scope, boolean mustExist) {
      var name = root.value(scope);
      var value = name instanceof String text ? scope.find(text) : Values.NOTHING;
      if (value == null || Values.isNothing(value)) {
        return null;
      }
      for (var i = 0; i < steps.size(); i++) {
        var step = steps.get(i);
        var key = step.key().value(scope);
        value = Values.property(value, key, step.dotted(), scope.dialect().modern());
        if (Values.isNothing(value)) {
          if (mustExist) {
            throw missing(step);
          }
          return null;
        }
      }
      return value;
    }

    private Fault missing(Step step) {
      return Fault.missing(
          step.at(),
          "Expected “%s” to have a value, but there is no “%s”. Give it a fallback, such as {{ %s | default: \"…\" }}."
              .formatted(this, step.key() instanceof Literal(var name) ? name : step.key(), this));
    }

    @Override
    public String toString() {
      var head = root instanceof Literal(String name) ? name : "[" + root + "]";
      return head + steps.stream().map(Step::toString).collect(Collectors.joining());
    }
  }

  /// An expression with filters behind it.
  record Filtered(Expression base, List<FilterUse> filters, boolean fallback)
      implements Expression {

    @Override
    public @Nullable Object value(Scope scope) {
      var value = fallback ? base.valueIfAny(scope) : base.value(scope);
      for (var i = 0; i < filters.size(); i++) {
        value = filters.get(i).apply(value, scope);
      }
      return value;
    }

    @Override
    public String toString() {
      return base + (filters.isEmpty() ? "" : " | …");
    }
  }
}
