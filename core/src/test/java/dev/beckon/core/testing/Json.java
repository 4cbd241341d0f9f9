package dev.beckon.core.testing;

import dev.beckon.core.value.Maps;
import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Reads JSON with loose quoting (`{name: Ann}`) for tests; core itself knows no text format.
public final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  public static Value.Fields fields(String text) {
    return (Value.Fields) new Json(text).read();
  }

  public static Value value(Object value) {
    return switch (value) {
      case String string -> Value.of(string);
      case Boolean truth -> Value.of(truth.booleanValue());
      case Integer number -> Value.of(number.longValue());
      case Long number -> Value.of(number.longValue());
      case Double number -> Value.of(number.doubleValue());
      case Value known -> known;
      default -> throw new IllegalArgumentException("Expected a plain value, but got " + value);
    };
  }

  private Value read() {
    skip();
    return switch (text.charAt(at)) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> quoted();
      default -> word();
    };
  }

  private Value object() {
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
    at++;
    while (peek() != '}') {
      String key = read().asText();
      expect(':');
      fields.put(key, read());
      if (peek() == ',') {
        at++;
      }
    }
    at++;
    return new Value.Fields(Maps.copy(fields));
  }

  private Value list() {
    List<Value> items = new ArrayList<>();
    at++;
    while (peek() != ']') {
      items.add(read());
      if (peek() == ',') {
        at++;
      }
    }
    at++;
    return new Value.Items(items);
  }

  private Value quoted() {
    int end = text.indexOf('"', at + 1);
    String inside = text.substring(at + 1, end);
    at = end + 1;
    return Value.of(inside);
  }

  private Value word() {
    int from = at;
    while (at < text.length() && ",:]}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(from, at).strip();
    return switch (word) {
      case "true" -> Value.of(true);
      case "false" -> Value.of(false);
      case "null" -> Value.nothing();
      default ->
          word.matches("-?\\d+")
              ? Value.of(Long.parseLong(word))
              : word.matches("-?\\d+\\.\\d+") ? Value.of(Double.parseDouble(word)) : Value.of(word);
    };
  }

  private char peek() {
    skip();
    return text.charAt(at);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw new IllegalArgumentException("Expected " + c + " at " + at + " of " + text);
    }
    at++;
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
