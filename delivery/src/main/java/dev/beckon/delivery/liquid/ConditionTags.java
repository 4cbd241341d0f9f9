package dev.beckon.delivery.liquid;

import dev.beckon.delivery.liquid.Token.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tags that choose: `if`, `unless`, `case`, `ifchanged`.
final class ConditionTags {

  static final Map<String, TagParser> ALL =
      Map.of(
          "if", (tag, parser) -> choice(tag, parser, "endif", false),
          "unless", (tag, parser) -> choice(tag, parser, "endunless", true),
          "case", ConditionTags::cases,
          "ifchanged", (tag, parser) -> new IfChanged(parser.body(tag, Set.of("endifchanged"))));

  private ConditionTags() {}

  private static Node choice(Tag tag, Parser parser, String end, boolean negated) {
    var ends = Set.of("elsif", "else", end);
    var branches = new ArrayList<Branch>(2);
    var asked = tag;
    do {
      var condition = asked.name().equals("else") ? null : parser.markup(asked).condition();
      requireNoCondition(asked, parser);
      branches.add(
          new Branch(condition, negated && asked.at() == tag.at(), parser.body(tag, ends)));
      asked = parser.ended();
    } while (!asked.name().equals(end));
    var blank = branches.stream().allMatch(branch -> branch.body().blank());
    return new Choice(
        branches.stream().map(branch -> blank ? branch.withoutText() : branch).toList(), blank);
  }

  private static void requireNoCondition(Tag tag, Parser parser) {
    if (tag.name().equals("else") && parser.text(tag).startsWith("if ")) {
      throw Fault.syntax(
          tag.at(),
          "Expected nothing after “else”, but found a condition. Write {% elsif … %} instead.");
    }
  }

  /// One way to go; without a condition it is the `else`.
  private record Branch(@Nullable Condition condition, boolean negated, Body body) {

    boolean taken(Scope scope) {
      return condition == null || condition.holds(scope) != negated;
    }

    Branch withoutText() {
      return new Branch(condition, negated, body.withoutText());
    }
  }

  /// The first branch that is taken renders.
  private record Choice(List<Branch> branches, boolean blank) implements Node {

    @Override
    public void render(Scope scope) {
      for (var branch : branches) {
        if (branch.taken(scope)) {
          branch.body().render(scope);
          return;
        }
        scope.budget().step();
      }
    }
  }

  private static Node cases(Tag tag, Parser parser) {
    var markup = parser.markup(tag);
    var from = parser.notes().mark();
    var subject = markup.expression();
    parser.notes().optional(from, parser.notes().mark());
    markup.end();
    var ends = Set.of("when", "else", "endcase");
    parser.body(tag, ends);
    var arms = new ArrayList<Arm>();
    while (!parser.ended().name().equals("endcase")) {
      var head = parser.ended();
      List<Expression> values =
          head.name().equals("when") ? values(parser.markup(head)) : List.of();
      arms.add(new Arm(values, parser.body(tag, ends)));
    }
    var blank = arms.stream().allMatch(arm -> arm.body().blank());
    return new Case(
        subject, arms.stream().map(arm -> blank ? arm.withoutText() : arm).toList(), blank);
  }

  private static List<Expression> values(Markup markup) {
    var values = new ArrayList<Expression>(1);
    do {
      values.add(markup.operand());
    } while (markup.words().accept(',') || markup.words().acceptName("or"));
    markup.words().expectEnd(" Put “,” or “or” between the values of a {% when %}.");
    return values;
  }

  /// A `when` with its values; without values it is an `else`.
  private record Arm(List<Expression> values, Body body) {

    Arm withoutText() {
      return new Arm(values, body.withoutText());
    }
  }

  /// Each value that equals the subject renders its body; an `else` renders while none has.
  private record Case(Expression subject, List<Arm> arms, boolean blank) implements Node {

    @Override
    public void render(Scope scope) {
      var value = subject.valueIfAny(scope);
      var matched = false;
      for (var arm : arms) {
        if (arm.values().isEmpty() && !matched) {
          arm.body().render(scope);
        }
        for (var candidate : arm.values()) {
          scope.budget().step();
          if (Values.same(value, candidate.valueIfAny(scope), scope.budget())) {
            matched = true;
            arm.body().render(scope);
          }
        }
      }
    }
  }

  /// Prints its body when that differs from what the last `ifchanged` gave.
  private record IfChanged(Body body) implements Node {

    @Override
    public boolean blank() {
      return body.blank();
    }

    @Override
    public void render(Scope scope) {
      var text = scope.capture(body);
      if (scope.changed(text)) {
        scope.output().write(text);
      }
    }
  }
}
