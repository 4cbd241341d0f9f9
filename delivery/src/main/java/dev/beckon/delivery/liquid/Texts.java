package dev.beckon.delivery.liquid;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How values read as text.
final class Texts {

  private Texts() {}

  /// A value as text, as filters see it: nothing for null, lists and maps written out.
  static String of(@Nullable Object value, Scope scope) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      case Number number -> Numbers.text(number, scope.dialect().modern());
      case List<?> _, Map<?, ?> _ -> {
        var text = new StringBuilder();
        inspect(value, text, scope);
        yield text.toString();
      }
      case Drop _ -> "";
      default -> value.toString();
    };
  }

  /// A value the way it is written inside of a list or map: texts in quotes.
  private static void inspect(@Nullable Object value, StringBuilder text, Scope scope) {
    var budget = scope.budget();
    budget.step();
    budget.text(text.length());
    budget.enter();
    switch (value) {
      case null -> text.append("nil");
      case String string -> quote(string, text);
      case List<?> items -> {
        text.append('[');
        var comma = "";
        for (var item : items) {
          text.append(comma);
          inspect(item, text, scope);
          comma = ", ";
        }
        text.append(']');
      }
      case Map<?, ?> map -> {
        text.append('{');
        var comma = "";
        for (var entry : map.entrySet()) {
          text.append(comma);
          inspect(entry.getKey(), text, scope);
          text.append("=>");
          inspect(entry.getValue(), text, scope);
          comma = ", ";
        }
        text.append('}');
      }
      default -> text.append(of(value, scope));
    }
    budget.leave();
  }

  private static void quote(String string, StringBuilder text) {
    text.append('"');
    for (var i = 0; i < string.length(); i++) {
      var c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> text.append(c);
      }
    }
    text.append('"');
  }
}
