package dev.beckon.delivery.liquid;

/// Reads the words of one piece of markup, such as the inside of `{{ … }}`, with one word of
/// look-ahead.
final class Scanner {

  /// What a word is.
  enum Kind {
    NAME,
    TEXT,
    NUMBER,
    DOTS,
    COMPARISON,
    SIGN,
    END
  }

  private final String source;
  private final int to;
  private final boolean anyLetter;
  private Kind kind = Kind.END;
  private int start;
  private int end;
  private int previousEnd;

  Scanner(String source, int from, int to, boolean anyLetter) {
    this.source = source;
    this.to = to;
    this.anyLetter = anyLetter;
    this.end = from;
    this.previousEnd = from;
    advance();
  }

  Kind kind() {
    return kind;
  }

  /// Where the current word begins.
  int at() {
    return start;
  }

  /// The current word; a quoted text without its quotes.
  String word() {
    return kind == Kind.TEXT ? source.substring(start + 1, end - 1) : source.substring(start, end);
  }

  /// What follows the last word taken, unread.
  String rest() {
    return source.substring(previousEnd, to).strip();
  }

  boolean is(char sign) {
    return kind == Kind.SIGN && source.charAt(start) == sign;
  }

  boolean isName(String name) {
    return kind == Kind.NAME && end - start == name.length() && source.startsWith(name, start);
  }

  /// Whether the current word is a name with a colon behind it.
  boolean isLabel() {
    var i = end;
    while (i < to && Character.isWhitespace(source.charAt(i))) {
      i++;
    }
    return kind == Kind.NAME && i < to && source.charAt(i) == ':';
  }

  String take() {
    var word = word();
    advance();
    return word;
  }

  boolean accept(char sign) {
    var found = is(sign);
    if (found) {
      advance();
    }
    return found;
  }

  boolean acceptName(String name) {
    var found = isName(name);
    if (found) {
      advance();
    }
    return found;
  }

  void expect(char sign) {
    if (!accept(sign)) {
      throw expected("“" + sign + "”");
    }
  }

  String expectName(String what) {
    if (kind != Kind.NAME) {
      throw expected(what);
    }
    return take();
  }

  void expectEnd(String hint) {
    if (kind != Kind.END) {
      throw Fault.syntax(start, "Expected the end here, but found " + found() + "." + hint);
    }
  }

  Fault expected(String what) {
    return Fault.syntax(start, "Expected " + what + ", but found " + found() + ".");
  }

  private String found() {
    return kind == Kind.END ? "nothing more" : "“" + source.substring(start, end) + "”";
  }

  private void advance() {
    previousEnd = end;
    start = end;
    while (start < to && Character.isWhitespace(source.charAt(start))) {
      start++;
    }
    if (start >= to) {
      start = to;
      end = to;
      kind = Kind.END;
      return;
    }
    var c = source.charAt(start);
    if (nameStart(c)) {
      name();
    } else if (digit(start) || (c == '-' && digit(start + 1))) {
      number();
    } else if (c == '"' || c == '\'') {
      text(c);
    } else {
      sign(c);
    }
  }

  private void name() {
    kind = Kind.NAME;
    end = start + 1;
    while (end < to && (nameStart(source.charAt(end)) || digit(end) || source.charAt(end) == '-')) {
      end++;
    }
    if (end < to && source.charAt(end) == '?') {
      end++;
    }
  }

  private void number() {
    kind = Kind.NUMBER;
    end = digits(start + 1);
    if (end < to && source.charAt(end) == '.' && digit(end + 1)) {
      end = digits(end + 1);
    }
  }

  private int digits(int from) {
    var i = from;
    while (digit(i)) {
      i++;
    }
    return i;
  }

  private void text(char quote) {
    kind = Kind.TEXT;
    var close = source.indexOf(quote, start + 1);
    if (close < 0 || close >= to) {
      throw Fault.syntax(
          start,
          "Expected a closing "
              + quote
              + " for this text, but found none. Add it behind the text.");
    }
    end = close + 1;
  }

  private void sign(char c) {
    var two = start + 1 < to ? source.substring(start, start + 2) : "";
    switch (two) {
      case ".." -> word(Kind.DOTS, 2);
      case "==", "!=", "<>", "<=", ">=" -> word(Kind.COMPARISON, 2);
      default -> word(c == '<' || c == '>' ? Kind.COMPARISON : Kind.SIGN, 1);
    }
  }

  private void word(Kind found, int length) {
    kind = found;
    end = start + length;
  }

  private boolean digit(int index) {
    return index < to && source.charAt(index) >= '0' && source.charAt(index) <= '9';
  }

  private boolean nameStart(char c) {
    return (Lexer.isWord(c) && (c < '0' || c > '9'))
        || (anyLetter && c > 127 && Character.isLetter(c));
  }
}
