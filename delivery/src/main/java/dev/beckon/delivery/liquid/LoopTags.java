package dev.beckon.delivery.liquid;

import dev.beckon.delivery.liquid.Token.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tags that repeat: `for` with `break` and `continue`, `tablerow`, `cycle`.
final class LoopTags {

  static final Map<String, TagParser> ALL =
      Map.of(
          "for", LoopTags::loop,
          "break", (_, _) -> Interrupt.BREAK,
          "continue", (_, _) -> Interrupt.CONTINUE,
          "tablerow", TableRow::parse,
          "cycle", Cycle::parse);

  private LoopTags() {}

  /// What stands in the head of a loop: `item in items`, and how to cut the items.
  record Head(
      String variable,
      Expression items,
      boolean reversed,
      Map<String, Expression> cuts,
      boolean resumes) {

    static Head parse(Parser parser, Tag tag, Set<String> known) {
      var markup = parser.markup(tag);
      var words = markup.words();
      var variable = words.expectName("the name for each item, as in {% for item in items %}");
      if (!words.acceptName("in")) {
        throw words.expected("“in”, as in {% for item in items %}");
      }
      var items = markup.expression();
      var reversed = words.acceptName("reversed");
      var resumes = false;
      Map<String, Expression> cuts = new HashMap<>();
      while (!markup.atEnd()) {
        words.accept(',');
        if (parser.dialect().modern() && words.acceptName("reversed")) {
          reversed = true;
          continue;
        }
        var cut = known.stream().filter(words::isName).findFirst();
        if (cut.isEmpty()) {
          throw words.expected("one of " + String.join(", ", known.stream().sorted().toList()));
        }
        words.take();
        words.expect(':');
        resumes |= cut.get().equals("offset") && words.isName("continue");
        cuts.put(cut.get(), markup.expression());
      }
      return new Head(variable, items, reversed, cuts, resumes);
    }

    /// The name under which `offset: continue` finds where the loop stopped.
    String key() {
      return variable + "-" + items;
    }

    @Nullable Object cut(String name, Scope scope) {
      var expression = cuts.get(name);
      return expression == null ? null : expression.value(scope);
    }
  }

  private static Node loop(Tag tag, Parser parser) {
    var from = parser.notes().mark();
    var head = Head.parse(parser, tag, Set.of("limit", "offset"));
    var to = parser.notes().mark();
    var ends = Set.of("else", "endfor");
    parser.notes().opens(head.variable());
    parser.notes().opens("forloop");
    var body = parser.body(tag, ends);
    parser.notes().closes(head.variable());
    parser.notes().closes("forloop");
    var otherwise =
        parser.ended().name().equals("else") ? parser.body(tag, Set.of("endfor")) : null;
    if (otherwise != null) {
      parser.notes().optional(from, to);
    }
    var blank = body.blank() && (otherwise == null || otherwise.blank());
    return blank
        ? new For(
            head,
            body.withoutText(),
            otherwise == null ? null : otherwise.withoutText(),
            true,
            tag.at())
        : new For(head, body, otherwise, false, tag.at());
  }

  /// A loop over a list, a range, or the pairs of a map; its `else` renders when there is nothing
  /// to walk.
  private record For(Head head, Body body, @Nullable Body otherwise, boolean blank, int at)
      implements Node {

    @Override
    public void render(Scope scope) {
      var items = items(scope);
      if (!items.isEmpty()) {
        walk(items, scope);
      } else if (otherwise != null) {
        otherwise.render(scope);
      }
    }

    private List<@Nullable Object> items(Scope scope) {
      try {
        var value = otherwise == null ? head.items().value(scope) : head.items().valueIfAny(scope);
        var offset = head.resumes() ? scope.position(head.key()) : number("offset", 0, scope);
        var items = Sequences.slice(value, offset, number("limit", -1, scope), scope.budget());
        scope.position(head.key(), offset + items.size());
        return head.reversed() ? items.reversed() : items;
      } catch (Fault fault) {
        throw fault.at(at);
      }
    }

    private int number(String name, int otherwise, Scope scope) {
      var value = head.cut(name, scope);
      return value == null
          ? otherwise
          : Math.max(0, Numbers.integer(value, scope.dialect().modern()));
    }

    private void walk(List<@Nullable Object> items, Scope scope) {
      var before = scope.frames();
      var outer = scope.loop();
      var loop = new ForLoop(head.key(), items.size(), outer);
      scope.loop(loop);
      scope.push("forloop", loop);
      var variable = scope.push(head.variable(), null);
      for (var item : items) {
        variable.set(item);
        body.render(scope);
        loop.advance();
        if (scope.resume() == Interrupt.BREAK) {
          break;
        }
      }
      scope.restore(before);
      scope.loop(outer);
    }
  }

  /// Prints the next of its values each time it is reached.
  private record Cycle(@Nullable Expression name, List<Expression> values, String key, int at)
      implements Node {

    static Node parse(Tag tag, Parser parser) {
      var markup = parser.markup(tag);
      Expression name = null;
      var first = markup.expression();
      if (markup.words().accept(':')) {
        name = first;
        first = markup.expression();
      }
      var values = new ArrayList<>(List.of(first));
      while (markup.words().accept(',') && !markup.atEnd()) {
        values.add(markup.expression());
      }
      markup.end();
      return new Cycle(name, List.copyOf(values), "cycle" + values, tag.at());
    }

    @Override
    public void render(Scope scope) {
      try {
        var place = name == null ? key : "cycle " + Texts.of(name.valueIfAny(scope), scope);
        var position = scope.position(place);
        if (position < values.size()) {
          scope.print(values.get(position).value(scope));
        }
        scope.position(place, position + 1 >= values.size() ? 0 : position + 1);
      } catch (Fault fault) {
        throw fault.at(at);
      }
    }
  }
}
