package dev.beckon.delivery.liquid;

import dev.beckon.delivery.liquid.Token.Tag;
import java.util.Map;
import java.util.Set;

/// The tags that give names to values and print them: `assign`, `capture`, `increment`,
/// `decrement`, `echo`, `liquid`.
final class VariableTags {

  static final Map<String, TagParser> ALL =
      Map.of(
          "assign", VariableTags::assign,
          "capture", VariableTags::capture,
          "increment", (tag, parser) -> new Count(counted(tag, parser), 0, 1),
          "decrement", (tag, parser) -> new Count(counted(tag, parser), -1, -1),
          "echo", (tag, parser) -> parser.echo(tag),
          "liquid", (tag, parser) -> parser.lines(tag));

  private VariableTags() {}

  private static Node assign(Tag tag, Parser parser) {
    var markup = parser.markup(tag);
    var name = target(markup.words());
    if (!markup.words().accept('=')) {
      throw markup.words().expected("“=” behind the name, as in {% assign name = value %}");
    }
    var value = markup.filtered();
    markup.words().expectEnd(" Put filters behind “|”, and texts in quotes.");
    parser.notes().assigns(name);
    return new Assign(name, value, tag.at());
  }

  private static String target(Scanner words) {
    var at = words.at();
    var digits = words.kind() == Scanner.Kind.NUMBER && words.word().matches("\\d+");
    var name = digits ? words.take() : words.expectName("a name to give the value to");
    if (name.endsWith("?")) {
      throw Fault.syntax(
          at, "Expected a name of letters, digits, “_” and “-”, but found “" + name + "”.");
    }
    return name;
  }

  private record Assign(String name, Expression value, int at) implements Node {

    @Override
    public boolean blank() {
      return true;
    }

    @Override
    public void render(Scope scope) {
      try {
        scope.assign(name, value.value(scope));
      } catch (Fault fault) {
        throw fault.at(at);
      }
    }
  }

  private static Node capture(Tag tag, Parser parser) {
    var markup = parser.markup(tag);
    var words = markup.words();
    var name = words.kind() == Scanner.Kind.TEXT ? words.take() : target(words);
    markup.end();
    var body = parser.body(tag, Set.of("endcapture"));
    parser.notes().assigns(name);
    return new Capture(name, body, tag.at());
  }

  private record Capture(String name, Body body, int at) implements Node {

    @Override
    public boolean blank() {
      return true;
    }

    @Override
    public void render(Scope scope) {
      try {
        scope.assign(name, scope.capture(body));
      } catch (Fault fault) {
        throw fault.at(at);
      }
    }
  }

  private static String counted(Tag tag, Parser parser) {
    var markup = parser.markup(tag);
    var name = markup.words().expectName("the name of a counter");
    markup.end();
    parser.notes().assigns(name);
    return name;
  }

  /// Prints a counter of its own and moves it.
  private record Count(String name, int shown, int change) implements Node {

    @Override
    public void render(Scope scope) {
      var value = scope.counter(name);
      scope.output().write(Long.toString(value + shown));
      scope.counter(name, value + change);
    }
  }
}
