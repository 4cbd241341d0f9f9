package dev.beckon.registry.syntax;

import dev.beckon.core.value.Value;
import java.util.Map;

/// Writes a value as JSON on one line, keys in their order.
public final class JsonText {
  private JsonText() {}

  public static String of(Value value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Value value, StringBuilder out) {
    switch (value) {
      case Value.Nothing _ -> out.append("null");
      case Value.Truth truth -> out.append(truth.truth());
      case Value.Whole whole -> out.append(whole.number());
      case Value.Decimal decimal -> out.append(decimal.number());
      case Value.Text text -> quote(text.text(), out);
      case Value.Items items -> {
        out.append('[');
        String comma = "";
        for (Value item : items.items()) {
          out.append(comma);
          write(item, out);
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
          write(field.getValue(), out);
          comma = ",";
        }
        out.append('}');
      }
    }
  }

  static void quote(String text, StringBuilder out) {
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
          if (c < ' '
              || (c >= 0x7F && c < 0xA0)
              || c == 0x2028
              || c == 0x2029
              || c == 0xFEFF
              || c >= 0xFFFE) {
            out.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
              out.append(Character.forDigit((c >> shift) & 15, 16));
            }
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
