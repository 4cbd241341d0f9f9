package dev.beckon.core.value;

import java.math.BigDecimal;
import java.util.Map;

/// Writes a [Value] the way the App API returns attributes: plain scalars, JSON for the rest.
final class ValueText {
  private ValueText() {}

  static String of(Value value) {
    return switch (value) {
      case Value.Nothing _ -> "";
      case Value.Truth truth -> Boolean.toString(truth.truth());
      case Value.Whole whole -> Long.toString(whole.number());
      case Value.Decimal decimal -> plain(decimal.number());
      case Value.Text text -> text.text();
      case Value.Items _, Value.Fields _ -> {
        StringBuilder out = new StringBuilder();
        json(value, out);
        yield out.toString();
      }
    };
  }

  private static String plain(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    return BigDecimal.valueOf(number).toPlainString();
  }

  private static void json(Value value, StringBuilder out) {
    switch (value) {
      case Value.Nothing _ -> out.append("null");
      case Value.Truth truth -> out.append(truth.truth());
      case Value.Whole whole -> out.append(whole.number());
      case Value.Decimal decimal -> out.append(plain(decimal.number()));
      case Value.Text text -> quote(text.text(), out);
      case Value.Items items -> {
        out.append('[');
        String comma = "";
        for (Value item : items.items()) {
          out.append(comma);
          json(item, out);
          comma = ",";
        }
        out.append(']');
      }
      case Value.Fields fields -> {
        out.append('{');
        String comma = "";
        for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
          out.append(comma);
          quote(field.getKey(), out);
          out.append(':');
          json(field.getValue(), out);
          comma = ",";
        }
        out.append('}');
      }
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u00")
                .append(Character.forDigit(c >> 4, 16))
                .append(Character.forDigit(c & 15, 16));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
