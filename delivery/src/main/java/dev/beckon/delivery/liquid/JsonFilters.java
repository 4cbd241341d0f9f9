package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Filter.Named.filter;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The filters of messages that write values as JSON and read them back.
final class JsonFilters {

  private static final int INDENT_MAX = 10;

  static final List<Filter.Named> ALL =
      List.of(
          filter("json", 0, 1, JsonFilters::write),
          filter("to_json", 0, 1, JsonFilters::write),
          filter(
              "from_json",
              0,
              0,
              (input, call) -> JsonReader.read(call.textOf(input), call.budget())));

  private JsonFilters() {}

  private static String write(@Nullable Object input, FilterCall call) {
    var indent = call.argument(0) == null ? 0 : Math.clamp(call.integer(0), 0, INDENT_MAX);
    var writer = new Writer(call, indent);
    writer.value(input, 0);
    return writer.json.toString();
  }

  private static final class Writer {
    private final FilterCall call;
    private final int indent;
    private final StringBuilder json = new StringBuilder();

    Writer(FilterCall call, int indent) {
      this.call = call;
      this.indent = indent;
    }

    void value(@Nullable Object value, int level) {
      call.budget().step();
      call.room(json.length());
      switch (value) {
        case null -> json.append("null");
        case String text -> quoted(text);
        case Number number -> json.append(Numbers.text(number, true));
        case Boolean truth -> json.append(truth);
        case Map<?, ?> map -> map(map, level);
        case List<?> list -> list(list, level);
        case Span span -> list(call.items(span), level);
        default -> json.append("null");
      }
    }

    private void map(Map<?, ?> map, int level) {
      call.budget().enter();
      var separator = "";
      json.append('{');
      for (var entry : map.entrySet()) {
        json.append(separator);
        line(level + 1);
        quoted(String.valueOf(entry.getKey()));
        json.append(indent > 0 ? ": " : ":");
        value(entry.getValue(), level + 1);
        separator = ",";
      }
      close('}', level, map.isEmpty());
    }

    private void list(List<?> list, int level) {
      call.budget().enter();
      var separator = "";
      json.append('[');
      for (var item : list) {
        json.append(separator);
        line(level + 1);
        value(item, level + 1);
        separator = ",";
      }
      close(']', level, list.isEmpty());
    }

    private void close(char bracket, int level, boolean empty) {
      if (!empty) {
        line(level);
      }
      json.append(bracket);
      call.budget().leave();
    }

    private void line(int level) {
      if (indent > 0) {
        json.append('\n').repeat(' ', indent * level);
      }
    }

    /// A text in quotes.
    private void quoted(String text) {
      json.append('"');
      for (var i = 0; i < text.length(); i++) {
        var c = text.charAt(i);
        switch (c) {
          case '"' -> json.append("\\\"");
          case '\\' -> json.append("\\\\");
          case '\n' -> json.append("\\n");
          case '\r' -> json.append("\\r");
          case '\t' -> json.append("\\t");
          default -> json.append(c < 0x20 ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
      }
      json.append('"');
    }
  }
}
