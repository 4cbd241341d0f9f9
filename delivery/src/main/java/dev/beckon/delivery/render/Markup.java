package dev.beckon.delivery.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The tags of an HTML text with their places in it, so that a value can be changed without
/// touching
/// anything else; comments and the insides of scripts, styles and the like are passed over.
final class Markup {

  /// One tag.
  ///
  /// @param name in lower case; `/name` for an end tag
  /// @param start where its `<` stands
  /// @param end just behind its `>`
  record Tag(String name, int start, int end, List<Attribute> attributes) {}

  /// One attribute.
  ///
  /// @param name in lower case
  /// @param start where its value starts, the quote included
  /// @param end just behind its value, the quote included
  /// @param value as written, without quotes
  record Attribute(String name, int start, int end, String value) {}

  private static final Set<String> RAW_TEXT = Set.of("script", "style", "textarea", "title", "xmp");

  private final String html;
  private final List<Tag> tags = new ArrayList<>();
  private int at;

  private Markup(String html) {
    this.html = html;
  }

  static List<Tag> tags(String html) {
    Markup markup = new Markup(html);
    markup.scan();
    return markup.tags;
  }

  private void scan() {
    for (int open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
      at = open + 1;
      if (html.startsWith("!--", at)) {
        comment(at + 3);
      } else if (at < html.length() && startsName(at)) {
        tag(open);
      } else if (at < html.length() && "!?/".indexOf(html.charAt(at)) >= 0) {
        skipPast(">", at);
      }
    }
  }

  private void comment(int from) {
    if (html.startsWith(">", from) || html.startsWith("->", from)) {
      skipPast(">", from);
      return;
    }
    int bang = html.indexOf("--!>", from);
    int plain = html.indexOf("-->", from);
    skipPast(bang >= 0 && (plain < 0 || bang < plain) ? "--!>" : "-->", from);
  }

  private void skipPast(String end, int from) {
    int found = html.indexOf(end, from);
    at = found < 0 ? html.length() : found + end.length();
  }

  private boolean startsName(int index) {
    int letter = html.charAt(index) == '/' ? index + 1 : index;
    return letter < html.length() && isLetter(html.charAt(letter));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void tag(int open) {
    int from = at;
    while (at < html.length() && !isSpace(html.charAt(at)) && !endsName(at, from)) {
      at++;
    }
    String name = html.substring(from, at).toLowerCase(Locale.ROOT);
    List<Attribute> attributes = new ArrayList<>();
    while (at < html.length() && html.charAt(at) != '>') {
      if (isSpace(html.charAt(at)) || html.charAt(at) == '/') {
        at++;
      } else {
        attributes.add(attribute());
      }
    }
    if (at >= html.length()) {
      return;
    }
    at++;
    tags.add(new Tag(name, open, at, attributes));
    if (RAW_TEXT.contains(name)) {
      skipTo("</" + name);
    }
  }

  private boolean endsName(int index, int from) {
    char c = html.charAt(index);
    return c == '>' || (c == '/' && index > from);
  }

  private void skipTo(String end) {
    int length = end.length();
    while (at < html.length() && !html.regionMatches(true, at, end, 0, length)) {
      at++;
    }
  }

  private Attribute attribute() {
    int from = at;
    at++;
    while (at < html.length() && !isSpace(html.charAt(at)) && "=>/".indexOf(html.charAt(at)) < 0) {
      at++;
    }
    String name = html.substring(from, at).toLowerCase(Locale.ROOT);
    int equals = skipSpace(at);
    if (equals >= html.length() || html.charAt(equals) != '=') {
      return new Attribute(name, at, at, "");
    }
    at = skipSpace(equals + 1);
    return value(name);
  }

  private Attribute value(String name) {
    int from = at;
    char quote = at < html.length() ? html.charAt(at) : '>';
    if (quote == '"' || quote == '\'') {
      int close = html.indexOf(quote, at + 1);
      at = close < 0 ? html.length() : close + 1;
      int end = close < 0 ? html.length() : close;
      return new Attribute(name, from, at, html.substring(from + 1, end));
    }
    while (at < html.length() && !isSpace(html.charAt(at)) && html.charAt(at) != '>') {
      at++;
    }
    return new Attribute(name, from, at, html.substring(from, at));
  }

  private int skipSpace(int index) {
    int i = index;
    while (i < html.length() && isSpace(html.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
