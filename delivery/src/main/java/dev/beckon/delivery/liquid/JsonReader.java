package dev.beckon.delivery.liquid;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads JSON into the values that templates know.
final class JsonReader {

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9]\\d{0,300})(?:\\.\\d{1,300})?(?:[eE][-+]?\\d{1,2})?");

  private final String json;
  private final Budget budget;
  private int at;

  private JsonReader(String json, Budget budget) {
    this.json = json;
    this.budget = budget;
  }

  static @Nullable Object read(String json, Budget budget) {
    var reader = new JsonReader(json, budget);
    var value = reader.value();
    reader.blanks();
    if (reader.at < json.length()) {
      throw reader.expected("the end");
    }
    return value;
  }

  private @Nullable Object value() {
    budget.step();
    blanks();
    return switch (peek()) {
      case '{' -> map();
      case '[' -> list();
      case '"' -> text();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> map() {
    budget.enter();
    var map = new LinkedHashMap<String, @Nullable Object>();
    at++;
    blanks();
    while (peek() != '}') {
      if (!map.isEmpty()) {
        take(',');
        blanks();
      }
      if (peek() != '"') {
        throw expected("a name in quotes");
      }
      var key = text();
      blanks();
      take(':');
      map.put(key, value());
      blanks();
    }
    at++;
    budget.leave();
    return map;
  }

  private List<@Nullable Object> list() {
    budget.enter();
    var list = new ArrayList<@Nullable Object>();
    at++;
    blanks();
    while (peek() != ']') {
      if (!list.isEmpty()) {
        take(',');
      }
      list.add(value());
      blanks();
    }
    at++;
    budget.leave();
    return list;
  }

  private String text() {
    var text = new StringBuilder();
    at++;
    while (peek() != '"') {
      var c = json.charAt(at++);
      text.append(c == '\\' ? escaped() : c);
    }
    at++;
    return text.toString();
  }

  private char escaped() {
    var c = peek();
    at++;
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case '"', '\\', '/' -> c;
      case 'u' -> unicode();
      default -> throw expected("a known escape");
    };
  }

  private char unicode() {
    if (at + 4 > json.length()
        || !json.substring(at, at + 4).chars().allMatch(HexFormat::isHexDigit)) {
      throw expected("four hexadecimal digits");
    }
    at += 4;
    return (char) HexFormat.fromHexDigits(json, at - 4, at);
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!json.startsWith(word, at)) {
      throw expected(word);
    }
    at += word.length();
    return value;
  }

  private Number number() {
    var found = NUMBER.matcher(json).region(at, json.length());
    if (!found.lookingAt()) {
      throw expected("a value");
    }
    at = found.end();
    var digits = found.group();
    var decimal = digits.indexOf('.') >= 0 || digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0;
    return decimal ? (Number) Double.valueOf(digits) : Numbers.of(digits);
  }

  private void blanks() {
    while (at < json.length() && Lexer.isBlank(json.charAt(at))) {
      at++;
    }
  }

  private char peek() {
    if (at >= json.length()) {
      throw expected("more");
    }
    return json.charAt(at);
  }

  private void take(char c) {
    if (peek() != c) {
      throw expected("“" + c + "”");
    }
    at++;
  }

  private Fault expected(String what) {
    return Fault.value(
        "Expected JSON with %s at character %d, but it is not there.".formatted(what, at + 1));
  }
}
