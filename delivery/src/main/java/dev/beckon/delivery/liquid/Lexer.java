package dev.beckon.delivery.liquid;

import dev.beckon.delivery.liquid.Token.Print;
import dev.beckon.delivery.liquid.Token.Raw;
import dev.beckon.delivery.liquid.Token.Tag;
import dev.beckon.delivery.liquid.Token.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts a template into tokens in one pass; comments are gone afterwards.
final class Lexer {

  private static final Set<String> VERBATIM = Set.of("raw", "comment", "doc");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private boolean cutNext;

  private Lexer(String source) {
    this.source = source;
  }

  static List<Token> tokens(String source) {
    var lexer = new Lexer(source);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (at < source.length()) {
      var open = opening(at);
      text(open);
      if (open == source.length()) {
        return;
      }
      if (source.charAt(open + 1) == '{') {
        print(open);
      } else {
        tag(open);
      }
    }
  }

  /// The next `{{` or `{%`, or the end.
  private int opening(int from) {
    for (var i = source.indexOf('{', from); i >= 0; i = source.indexOf('{', i + 1)) {
      if (i + 1 < source.length() && (source.charAt(i + 1) == '{' || source.charAt(i + 1) == '%')) {
        return i;
      }
    }
    return source.length();
  }

  private void text(int open) {
    var from = at;
    var to = open;
    while (cutNext && from < to && blank(from)) {
      from++;
    }
    while (dash(open + 2) && to > from && blank(to - 1)) {
      to--;
    }
    if (from < to) {
      tokens.add(new Text(from, to));
    }
    cutNext = false;
  }

  private void print(int open) {
    var end = printEnd(open + 2);
    if (end < 0) {
      throw Fault.syntax(
          open, "Expected “}}” to close “{{”, but the template ends first. Add the two braces.");
    }
    var from = dash(open + 2) ? open + 3 : open + 2;
    close(from, end);
    tokens.add(new Print(open, from, Math.max(from, cutNext ? end - 1 : end)));
  }

  /// The closing braces outside of quotes; where quotes do not pair up, the first closing braces.
  private int printEnd(int from) {
    for (var i = from; i < source.length(); i++) {
      var c = source.charAt(i);
      if (c == '"' || c == '\'') {
        i = source.indexOf(c, i + 1);
        if (i < 0) {
          break;
        }
      } else if (c == '}' && source.startsWith("}}", i)) {
        return i;
      }
    }
    return source.indexOf("}}", from);
  }

  private void tag(int open) {
    var nameFrom = skipBlank(dash(open + 2) ? open + 3 : open + 2);
    var nameTo = nameEnd(nameFrom);
    var end = source.indexOf("%}", Math.min(nameTo, source.length()));
    if (end < 0) {
      throw Fault.syntax(
          open, "Expected “%}” to close “{%”, but the template ends first. Add the closing “%}”.");
    }
    close(nameTo, end);
    var to = Math.max(nameTo, cutNext ? end - 1 : end);
    if (source.startsWith("#", nameFrom)) {
      inlineComment(open, nameTo, to);
      return;
    }
    var name = source.substring(nameFrom, nameTo);
    if (name.isEmpty()) {
      throw Fault.syntax(
          open,
          "Expected the name of a tag after “{%”, but found none. Write for example {% if … %}.");
    }
    if (VERBATIM.contains(name)) {
      verbatim(new Tag(name, open, nameTo, to));
    } else {
      tokens.add(new Tag(name, open, nameTo, to));
    }
  }

  private void close(int contentFrom, int end) {
    cutNext = end > contentFrom && dash(end - 1);
    at = end + 2;
  }

  private void inlineComment(int open, int from, int to) {
    var start = from;
    for (var i = source.indexOf('\n', from); i >= 0 && i < to; i = source.indexOf('\n', start)) {
      start = skipBlank(i);
      if (start < to && source.charAt(start) != '#') {
        throw Fault.syntax(
            open, "Expected every line of an inline comment to begin with “#”, but one does not.");
      }
    }
  }

  private void verbatim(Tag tag) {
    switch (tag.name()) {
      case "raw" -> {
        requireBare(tag);
        var from = at;
        tokens.add(new Raw(from, skipTo(tag, "raw", false)));
      }
      case "doc" -> {
        requireBare(tag);
        skipTo(tag, "doc", false);
      }
      default -> skipTo(tag, "comment", true);
    }
  }

  private void requireBare(Tag tag) {
    if (!source.substring(tag.from(), tag.to()).isBlank()) {
      throw Fault.syntax(
          tag.at(), "Expected nothing after “" + tag.name() + "” in its tag, but found more.");
    }
  }

  /// Moves behind the matching end tag and answers where that tag begins.
  private int skipTo(Tag tag, String name, boolean nests) {
    var depth = 1;
    var end = at;
    for (var i = source.indexOf("{%", at); i >= 0; i = source.indexOf("{%", i + 2)) {
      var nameFrom = skipBlank(dash(i + 2) ? i + 3 : i + 2);
      var inner = source.substring(nameFrom, nameEnd(nameFrom));
      end = end >= nameFrom ? end : source.indexOf("%}", nameFrom);
      if (end < 0) {
        break;
      }
      if (inner.equals("end" + name) && --depth == 0) {
        close(nameFrom, end);
        return i;
      }
      if (inner.equals(name) && name.equals("doc")) {
        throw Fault.syntax(
            i, "Expected {% enddoc %}, but found another {% doc %} inside the first.");
      }
      if (nests && inner.equals(name)) {
        depth++;
      } else if (nests && inner.equals("raw")) {
        at = end + 2;
        skipTo(new Tag("raw", i, nameFrom, end), "raw", false);
        i = at - 2;
      }
    }
    throw Fault.syntax(
        tag.at(),
        "Expected {% end" + name + " %} to close {% " + name + " %}, but the template ends first.");
  }

  /// The tags of a `{% liquid %}` tag, one a line.
  static List<Token> lines(String source, int from, int to) {
    var lexer = new Lexer(source);
    lexer.at = from;
    while (lexer.at < to) {
      lexer.line(to);
    }
    return lexer.tokens;
  }

  private void line(int to) {
    var from = at;
    var end = lineEnd(to);
    at = end + 1;
    while (from < end && blank(from)) {
      from++;
    }
    if (from == end || source.charAt(from) == '#') {
      return;
    }
    var nameTo = nameEnd(from);
    var tag = new Tag(source.substring(from, nameTo), from, nameTo, end);
    switch (tag.name()) {
      case "comment" -> skipLines(tag, to);
      case "raw", "doc" ->
          throw Fault.syntax(
              from,
              "Expected tags that work line by line inside {% liquid %}, but “"
                  + tag.name()
                  + "” does not.");
      case "" ->
          throw Fault.syntax(
              from, "Expected the name of a tag at the start of the line, but found none.");
      default -> tokens.add(tag);
    }
  }

  private void skipLines(Tag tag, int to) {
    var depth = 1;
    while (at < to) {
      var from = at;
      var end = lineEnd(to);
      at = end + 1;
      while (from < end && blank(from)) {
        from++;
      }
      var name = source.substring(from, nameEnd(from));
      depth += name.equals("comment") ? 1 : name.equals("endcomment") ? -1 : 0;
      if (depth == 0) {
        return;
      }
    }
    throw Fault.syntax(
        tag.at(), "Expected a line “endcomment”, but the {% liquid %} tag ends first.");
  }

  private int lineEnd(int to) {
    var end = source.indexOf('\n', at);
    return end < 0 || end > to ? to : end;
  }

  private boolean dash(int index) {
    return index < source.length() && source.charAt(index) == '-';
  }

  private boolean blank(int index) {
    return isBlank(source.charAt(index));
  }

  static boolean isBlank(char c) {
    return c <= ' ' && (c == ' ' || (c >= '\t' && c <= '\r') || c == 0);
  }

  private int skipBlank(int from) {
    var i = from;
    while (i < source.length() && blank(i)) {
      i++;
    }
    return i;
  }

  private int nameEnd(int from) {
    if (source.startsWith("#", from)) {
      return from + 1;
    }
    var i = from;
    while (i < source.length() && isWord(source.charAt(i))) {
      i++;
    }
    return i;
  }

  static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
