package dev.beckon.delivery.liquid;

import dev.beckon.delivery.liquid.Condition.Comparison;
import dev.beckon.delivery.liquid.Condition.Test;
import dev.beckon.delivery.liquid.Condition.Truth;
import dev.beckon.delivery.liquid.Expression.Filtered;
import dev.beckon.delivery.liquid.Expression.Literal;
import dev.beckon.delivery.liquid.Expression.Lookup;
import dev.beckon.delivery.liquid.Expression.RangeOf;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The grammar inside of tags and output: expressions, filters, conditions, arguments.
final class Markup {

  private static final int BRACKETS_MAX = 50;

  private final Scanner words;
  private final Dialect dialect;
  private final Notes notes;
  private int brackets;

  Markup(Scanner words, Dialect dialect, Notes notes) {
    this.words = words;
    this.dialect = dialect;
    this.notes = notes;
  }

  Scanner words() {
    return words;
  }

  boolean atEnd() {
    return words.kind() == Scanner.Kind.END;
  }

  void end() {
    words.expectEnd("");
  }

  /// A value without filters.
  Expression expression() {
    var at = words.at();
    return switch (words.kind()) {
      case TEXT -> new Literal(words.take());
      case NUMBER -> new Literal(number(words.take()));
      case NAME -> named(words.take(), at);
      case SIGN -> bracketed(at);
      case DOTS, COMPARISON, END ->
          throw words.expected("a value, such as a name or a text in quotes");
    };
  }

  private static Number number(String digits) {
    return digits.indexOf('.') < 0
        ? Numbers.whole(new BigInteger(digits))
        : Numbers.result(Numbers.of(digits));
  }

  private Expression named(String name, int at) {
    if (!words.is('.') && !words.is('[')) {
      switch (name) {
        case "nil", "null" -> {
          return new Literal(null);
        }
        case "true", "false" -> {
          return new Literal(name.equals("true"));
        }
        case "empty", "blank" -> {
          return new Literal("");
        }
        default -> {}
      }
    }
    return path(new Literal(name), at);
  }

  private Expression bracketed(int at) {
    if (++brackets > BRACKETS_MAX) {
      throw Fault.syntax(
          at,
          "Expected at most " + BRACKETS_MAX + " brackets inside one another, but there are more.");
    }
    Expression result;
    if (words.accept('(')) {
      result = range();
    } else if (words.accept('[')) {
      var root = expression();
      words.expect(']');
      result = path(root, at);
    } else {
      throw words.expected("a value, such as a name or a text in quotes");
    }
    brackets--;
    return result;
  }

  private Expression range() {
    var from = expression();
    if (words.kind() == Scanner.Kind.COMPARISON || words.isName("and") || words.isName("or")) {
      throw Fault.syntax(
          words.at(),
          "Expected a range such as (1..5) in brackets, but found a condition. Conditions have no"
              + " brackets: put one {% if %} inside of another.");
    }
    if (words.kind() != Scanner.Kind.DOTS) {
      throw words.expected("“..” between the two ends of a range, as in (1..5)");
    }
    words.take();
    var to = expression();
    words.expect(')');
    return new RangeOf(from, to);
  }

  private Lookup path(Expression root, int at) {
    var steps = new ArrayList<Lookup.Step>(2);
    while (true) {
      var stepAt = words.at();
      if (words.accept('.')) {
        dotted(steps, stepAt);
      } else if (words.is('[')) {
        steps.add(new Lookup.Step(index(), false, stepAt));
      } else {
        var path = new Lookup(root, List.copyOf(steps));
        notes.path(path, at);
        return path;
      }
    }
  }

  private void dotted(List<Lookup.Step> steps, int at) {
    if (dialect.modern() && words.kind() == Scanner.Kind.NUMBER) {
      for (var index : words.take().replace("-", "").split("\\.", -1)) {
        steps.add(new Lookup.Step(new Literal(index), true, at));
      }
    } else {
      steps.add(new Lookup.Step(new Literal(words.expectName("a name after the dot")), true, at));
    }
  }

  private Expression index() {
    if (++brackets > BRACKETS_MAX) {
      throw Fault.syntax(
          words.at(),
          "Expected at most " + BRACKETS_MAX + " brackets inside one another, but there are more.");
    }
    words.expect('[');
    var key = expression();
    words.expect(']');
    brackets--;
    return key;
  }

  /// A value with the filters behind it.
  Expression filtered() {
    var from = notes.mark();
    var base = expression();
    var to = notes.mark();
    if (!words.is('|')) {
      return base;
    }
    var filters = new ArrayList<FilterUse>();
    var fallback = false;
    while (words.accept('|')) {
      var use = filter();
      filters.add(use);
      fallback |= use.filter().name().equals("default");
    }
    if (fallback) {
      notes.optional(from, to);
    }
    return new Filtered(base, List.copyOf(filters), fallback);
  }

  private FilterUse filter() {
    var at = words.at();
    var name = words.expectName("the name of a filter after “|”");
    var filter = dialect.filter(name, at);
    notes.filter(name, at);
    var arguments = new ArrayList<Expression>();
    Map<String, Expression> keywords = new LinkedHashMap<>();
    if (words.accept(':')) {
      while (!atEnd() && !words.is('|')) {
        if (words.isLabel()) {
          var keyword = words.take();
          words.expect(':');
          keywords.put(keyword, expression());
        } else {
          arguments.add(expression());
        }
        if (!words.accept(',')) {
          break;
        }
      }
    }
    return new FilterUse(
        filter, List.copyOf(arguments), keywords.isEmpty() ? Map.of() : keywords, at);
  }

  /// Arguments of the form `name: value`, with or without commas, to the end.
  Map<String, Expression> keywords() {
    var keywords = new LinkedHashMap<String, Expression>();
    words.accept(',');
    while (!atEnd()) {
      var name = words.expectName("“name: value”");
      words.expect(':');
      keywords.put(name, expression());
      words.accept(',');
    }
    return keywords;
  }

  /// A condition, to the end.
  Condition condition() {
    var from = notes.mark();
    var tests = new ArrayList<Test>(2);
    var ands = new ArrayList<Boolean>(2);
    tests.add(test());
    while (words.isName("and") || words.isName("or")) {
      ands.add(words.take().equals("and"));
      tests.add(test());
    }
    words.expectEnd(hint());
    notes.optional(from, notes.mark());
    return new Condition(List.copyOf(tests), List.copyOf(ands));
  }

  private String hint() {
    if (words.is('|')) {
      return " Filters do not work in conditions: put the value into a variable with {% assign %} first.";
    }
    if (words.is('=')) {
      return " Compare with “==”.";
    }
    return words.is('&') ? " Join conditions with “and” or “or”." : "";
  }

  private Test test() {
    var left = operand();
    var at = words.at();
    if (words.kind() != Scanner.Kind.COMPARISON && !words.isName("contains")) {
      return new Truth(left);
    }
    var operator = words.take();
    return new Comparison(left, operator, operand(), at);
  }

  /// A value beside a comparison, where `empty` and `blank` ask a question.
  Expression operand() {
    var special =
        words.isName("empty")
            ? Values.Special.EMPTY
            : words.isName("blank") ? Values.Special.BLANK : null;
    var operand = expression();
    return special != null && operand instanceof Literal ? new Literal(special) : operand;
  }
}
