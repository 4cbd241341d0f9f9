package dev.beckon.api.openapi;

import dev.beckon.api.json.JsonWriter;
import dev.beckon.core.value.Value;
import java.util.Map;

/// Writes JSON over many lines, for files that people compare.
final class Lines {
  private Lines() {}

  static String of(Value value) {
    StringBuilder out = new StringBuilder();
    write(out, value, "");
    return out.append('\n').toString();
  }

  private static void write(StringBuilder out, Value value, String indent) {
    switch (value) {
      case Value.Fields fields when !fields.fields().isEmpty() -> {
        String comma = "{\n";
        for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
          out.append(comma).append(indent).append("  ");
          out.append(JsonWriter.text(Value.of(field.getKey()))).append(": ");
          write(out, field.getValue(), indent + "  ");
          comma = ",\n";
        }
        out.append('\n').append(indent).append('}');
      }
      case Value.Items items when !items.items().isEmpty() -> {
        String comma = "[\n";
        for (Value item : items.items()) {
          out.append(comma).append(indent).append("  ");
          write(out, item, indent + "  ");
          comma = ",\n";
        }
        out.append('\n').append(indent).append(']');
      }
      case Value.Fields _,
          Value.Items _,
          Value.Nothing _,
          Value.Truth _,
          Value.Whole _,
          Value.Decimal _,
          Value.Text _ ->
          out.append(JsonWriter.text(value));
    }
  }
}
