package dev.beckon.delivery.liquid;

import dev.beckon.delivery.liquid.Expression.Literal;
import dev.beckon.delivery.liquid.Token.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Builds the tree of a template from its tokens.
final class Parser {

  /// Blocks inside one another in one template.
  static final int NESTING_MAX = 100;

  private static final Set<String> BRANCHES = Set.of("else", "elsif", "when");
  private static final Tag NONE = new Tag("", 0, 0, 0);

  private final String source;
  private final List<Token> tokens;
  private final Dialect dialect;
  private final Notes notes;
  private int next;
  private int depth;
  private Tag ended = NONE;

  private Parser(String source, List<Token> tokens, Dialect dialect, Notes notes, int depth) {
    this.source = source;
    this.tokens = tokens;
    this.dialect = dialect;
    this.notes = notes;
    this.depth = depth;
  }

  static Body parse(String source, Dialect dialect, Notes notes) {
    var parser = new Parser(source, Lexer.tokens(source), dialect, notes, 0);
    return parser.nodes(NONE, Set.of());
  }

  Dialect dialect() {
    return dialect;
  }

  Notes notes() {
    return notes;
  }

  Markup markup(Tag tag) {
    return markup(tag.from(), tag.to());
  }

  private Markup markup(int from, int to) {
    return new Markup(new Scanner(source, from, to, dialect.modern()), dialect, notes);
  }

  String text(Tag tag) {
    return source.substring(tag.from(), tag.to()).strip();
  }

  /// The nodes up to one of the tags that may end or divide the block; [#ended] tells which it was.
  Body body(Tag opener, Set<String> ends) {
    if (++depth > NESTING_MAX) {
      throw Fault.syntax(
          opener.at(),
          "Expected at most " + NESTING_MAX + " blocks inside one another, but there are more.");
    }
    var body = nodes(opener, ends);
    depth--;
    return body;
  }

  Tag ended() {
    return ended;
  }

  /// The tags in the lines of a `liquid` tag.
  Body lines(Tag tag) {
    if (depth + 1 > NESTING_MAX) {
      throw Fault.syntax(
          tag.at(),
          "Expected at most "
              + NESTING_MAX
              + " liquid tags inside one another, but there are more.");
    }
    var lines = Lexer.lines(source, tag.from(), tag.to());
    return new Parser(source, lines, dialect, notes, depth + 1).nodes(NONE, Set.of());
  }

  private Body nodes(Tag opener, Set<String> ends) {
    var nodes = new ArrayList<Node>();
    while (next < tokens.size()) {
      switch (tokens.get(next++)) {
        case Token.Text(var from, var to) -> nodes.add(Body.Text.of(source.substring(from, to)));
        case Token.Raw(var from, var to) -> {
          var raw = source.substring(from, to);
          nodes.add(new Body.Raw(raw, Output.bytesOf(raw)));
        }
        case Token.Print print -> nodes.add(print(print));
        case Tag tag when ends.contains(tag.name()) -> {
          ended = tag;
          return new Body(nodes);
        }
        case Tag tag -> nodes.add(tag(tag, opener));
      }
    }
    if (!opener.name().isEmpty()) {
      throw Fault.syntax(
          opener.at(),
          "Expected {%% end%s %%} to close {%% %s %%}, but the template ends first."
              .formatted(opener.name(), opener.name()));
    }
    return new Body(nodes);
  }

  private Node print(Token.Print print) {
    return print(markup(print.from(), print.to()), print.at());
  }

  private static Node print(Markup markup, int at) {
    if (markup.atEnd()) {
      return new Body.Print(new Literal(null), at);
    }
    var expression = markup.filtered();
    markup.words().expectEnd(" Put filters behind “|”, and texts in quotes.");
    return new Body.Print(expression, at);
  }

  /// What the `echo` tag prints.
  Node echo(Tag tag) {
    return print(markup(tag), tag.at());
  }

  private Node tag(Tag tag, Tag opener) {
    var parser = dialect.tag(tag.name());
    if (parser != null) {
      notes.tag(tag.name(), tag.at());
      return parser.parse(tag, this);
    }
    var name = tag.name();
    if (name.startsWith("end") || BRANCHES.contains(name)) {
      throw Fault.syntax(
          tag.at(),
          opener.name().isEmpty()
              ? "Expected no {%% %s %%} here, but found one outside of any block. Remove it or add the tag that opens it."
                  .formatted(name)
              : "Expected {%% end%s %%} to close {%% %s %%} first, but found {%% %s %%}."
                  .formatted(opener.name(), opener.name(), name));
    }
    var names = new ArrayList<>(dialect.tagNames());
    names.addAll(BRANCHES);
    throw Fault.syntax(
        tag.at(),
        "Expected a known tag, but found “%s”.%s"
            .formatted(name, Spelling.suggestion(name, names)));
  }
}
