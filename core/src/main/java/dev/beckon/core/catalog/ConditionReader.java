package dev.beckon.core.catalog;

import dev.beckon.core.event.EventType;
import dev.beckon.core.segment.Condition;
import dev.beckon.core.segment.EventPattern;
import dev.beckon.core.segment.FieldPath;
import dev.beckon.core.segment.FieldTest;
import dev.beckon.core.segment.Operator;
import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads conditions: the grammar of docs/definitions.md.
final class ConditionReader {
  private static final Set<String> KINDS =
      ordered(
          "attribute", "event", "performed", "not_performed", "in_segment", "all", "any", "not");
  private static final Set<String> OPERATORS = operators();

  private final Names names;
  private final boolean insideJourney;
  private int leaves;

  /// @param insideJourney whether `since` and tests of the trigger make sense
  ConditionReader(Names names, boolean insideJourney) {
    this.names = names;
    this.insideJourney = insideJourney;
  }

  Condition read(Part part) {
    return read(part, 1);
  }

  private Condition read(Part part, int depth) {
    String kind = part.oneOf(KINDS, "a condition");
    if (kind == null) {
      return new Condition.Any(List.of());
    }
    if (depth > Limits.CONDITION_DEPTH_MAX || ++leaves > Limits.CONDITIONS_PER_TREE_MAX) {
      part.wrong(
          kind,
          "Expected at most "
              + Limits.CONDITIONS_PER_TREE_MAX
              + " conditions, nested at most "
              + Limits.CONDITION_DEPTH_MAX
              + " deep. Split it into segments.");
      return new Condition.Any(List.of());
    }
    return switch (kind) {
      case "attribute" -> new Condition.AttributeIs(test(part, "attribute"));
      case "event" -> trigger(part);
      case "performed" -> performed(part);
      case "not_performed" -> notPerformed(part);
      case "in_segment" -> inSegment(part);
      case "all" -> new Condition.All(parts(part, "all", depth));
      case "any" -> new Condition.Any(parts(part, "any", depth));
      default -> {
        part.only(Set.of("not"));
        yield new Condition.Not(read(part.object("not"), depth + 1));
      }
    };
  }

  private List<Condition> parts(Part part, String key, int depth) {
    part.only(Set.of(key));
    List<Condition> parts = new ArrayList<>();
    for (Part child : part.objects(key)) {
      parts.add(read(child, depth + 1));
    }
    if (parts.isEmpty()) {
      part.wrong(key, "Expected at least one condition in the list.");
    }
    return parts;
  }

  private Condition trigger(Part part) {
    if (!insideJourney) {
      part.wrong(
          "event",
          "Expected a condition about a person; \"event\" is only known inside a campaign.");
    }
    return new Condition.TriggerIs(test(part, "event"));
  }

  /// A test of a field: `{attribute: plan, is: trial}`, `{property: price, gt: 10}`.
  static FieldTest test(Part part, String key) {
    Set<String> keys = new LinkedHashSet<>(OPERATORS);
    keys.add(key);
    part.only(keys);
    FieldPath path = FieldPath.of(part.text(key, Limits.ATTRIBUTE_NAME_BYTES_MAX));
    String word = part.oneOf(OPERATORS, "a comparison");
    Operator operator = operator(word);
    Value operand = word == null ? null : part.get(word);
    return new FieldTest(path, operator, operand(part, operator, operand));
  }

  private static Value operand(Part part, Operator operator, @Nullable Value operand) {
    if (operand == null) {
      return Value.of(true);
    }
    switch (operator) {
      case EXISTS -> part.truth("exists", true);
      case CONTAINS, GT, GTE, LT, LTE, IS, IS_NOT -> {
        if (operand instanceof Value.Items
            || operand instanceof Value.Fields
            || operand instanceof Value.Nothing) {
          part.wrong(operator.word(), "Expected a text, a number, true or false to compare with.");
        }
      }
    }
    return operand;
  }

  private Condition performed(Part part) {
    part.only(ordered("performed", "where", "at_least", "within", "since"));
    EventPattern pattern = pattern(part, "performed");
    int atLeast = (int) part.whole("at_least", 1, 1, Limits.TIMES_AT_LEAST_MAX);
    return new Condition.Performed(Leaves.id(pattern), pattern, atLeast, within(part), since(part));
  }

  private Condition notPerformed(Part part) {
    part.only(ordered("not_performed", "where", "within", "since"));
    EventPattern pattern = pattern(part, "not_performed");
    return new Condition.NotPerformed(Leaves.id(pattern), pattern, within(part), since(part));
  }

  private static long within(Part part) {
    return part.duration("within", Limits.DURATION_MS_MAX);
  }

  private Condition.Since since(Part part) {
    if (!part.has("since")) {
      return Condition.Since.EVER;
    }
    if (!insideJourney) {
      part.wrong("since", "Expected no \"since\" here; it is only known inside a campaign.");
    }
    if (part.has("within")) {
      part.wrong("since", "Expected either \"within\" or \"since\", but got both.");
    }
    return part.word("since", List.of("entry", "step")).equals("entry")
        ? Condition.Since.ENTRY
        : Condition.Since.STEP;
  }

  /// Which events: a name, or `{page: …}` or `{screen: …}`, and `where` beside it.
  static EventPattern pattern(Part part, String key) {
    List<FieldTest> where = new ArrayList<>();
    for (Part test : part.objects("where")) {
      where.add(test(test, "property"));
    }
    if (!(part.get(key) instanceof Value.Fields)) {
      String name = part.text(key, Limits.EVENT_NAME_BYTES_MAX).strip();
      return new EventPattern(EventType.EVENT, name, where);
    }
    Part view = part.object(key);
    view.only(ordered("page", "screen"));
    String kind = view.oneOf(ordered("page", "screen"), "a view");
    boolean page = !"screen".equals(kind);
    String name = kind == null ? "" : view.text(kind, Limits.EVENT_NAME_BYTES_MAX * 10);
    return new EventPattern(page ? EventType.PAGE : EventType.SCREEN, name, where);
  }

  private Condition inSegment(Part part) {
    part.only(Set.of("in_segment"));
    String name = part.text("in_segment", Limits.NAME_CHARS_MAX);
    return new Condition.InSegment(segment(part, "in_segment", name, names), name);
  }

  /// The id of a segment; complains and answers 0 where there is none of that name.
  static int segment(Part part, String key, String name, Names names) {
    OptionalInt id = name.isEmpty() ? OptionalInt.of(0) : names.segment(name);
    if (id.isEmpty()) {
      part.wrong(key, "Expected the name of a segment, but there is no \"" + name + "\".");
    }
    return id.orElse(0);
  }

  private static Operator operator(@Nullable String word) {
    for (Operator operator : Operator.values()) {
      if (operator.word().equals(word)) {
        return operator;
      }
    }
    return Operator.EXISTS;
  }

  private static Set<String> operators() {
    Set<String> words = new LinkedHashSet<>();
    for (Operator operator : Operator.values()) {
      words.add(operator.word());
    }
    return words;
  }

  private static Set<String> ordered(String... words) {
    return new LinkedHashSet<>(List.of(words));
  }
}
