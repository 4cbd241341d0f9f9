package dev.beckon.registry.syntax;

import dev.beckon.core.value.Value;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes a value as YAML that people like to read: small things on one line, the rest in blocks.
///
/// What it writes, [Yaml] reads back as the same value.
public final class YamlText {
  private static final int WIDTH = 96;

  /// Keys under which parts are too important to be squeezed into one line.
  private static final Set<String> ALWAYS_BLOCK =
      Set.of("steps", "then", "otherwise", "all", "any", "sender");

  private static final Pattern PLAIN =
      Pattern.compile(
          "[\\p{IsAlphabetic}_][\\p{IsAlphabetic}\\p{IsDigit}_ .'()/@+=;$?!%&–—’“”…-]*");
  private static final Pattern DURATION = Pattern.compile("[0-9]{1,9}[smhdw]");
  private static final Pattern WORDS =
      Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|nan|inf");

  private final StringBuilder out = new StringBuilder();

  private YamlText() {}

  /// A document, with a line end at its end.
  public static String of(Value.Fields document) {
    YamlText yaml = new YamlText();
    if (document.fields().isEmpty()) {
      return "{}\n";
    }
    yaml.block(document, 0);
    return yaml.out.toString();
  }

  private void block(Value.Fields fields, int indent) {
    String margin = "";
    for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
      out.append(margin);
      margin = " ".repeat(indent);
      String key = scalar(field.getKey());
      out.append(key).append(':');
      value(field.getKey(), field.getValue(), indent, indent + key.length() + 2);
    }
  }

  /// Writes what stands behind a key, and the line end.
  private void value(String key, Value value, int indent, int column) {
    String flow = squeezable(key, value) ? flow(value) : null;
    if (flow != null && column + flow.length() <= WIDTH) {
      out.append(' ').append(flow).append('\n');
      return;
    }
    switch (value) {
      case Value.Fields fields -> {
        out.append('\n').append(" ".repeat(indent + 2));
        block(fields, indent + 2);
      }
      case Value.Items items -> {
        out.append('\n');
        list(items, indent + 2);
      }
      case Value.Text(String text) when isLiteral(text) -> literal(text, indent + 2);
      case Value.Text _, Value.Nothing _, Value.Truth _, Value.Whole _, Value.Decimal _ ->
          out.append(' ').append(flow(value)).append('\n');
    }
  }

  private void list(Value.Items items, int indent) {
    for (Value item : items.items()) {
      out.append(" ".repeat(indent)).append('-');
      String flow = squeezable("", item) ? flow(item) : null;
      if (flow != null && indent + 2 + flow.length() <= WIDTH) {
        out.append(' ').append(flow).append('\n');
      } else if (item instanceof Value.Fields fields) {
        out.append(' ');
        block(fields, indent + 2);
      } else if (item instanceof Value.Items nested && !nested.items().isEmpty()) {
        out.append('\n');
        list(nested, indent + 2);
      } else {
        out.append(' ').append(flow(item)).append('\n');
      }
    }
  }

  /// Whether a part may stand on one line, if it is short enough.
  private static boolean squeezable(String key, Value value) {
    return switch (value) {
      case Value.Fields fields ->
          fields.fields().isEmpty()
              || (!ALWAYS_BLOCK.contains(key)
                  && fields.fields().entrySet().stream()
                      .allMatch(e -> squeezable(e.getKey(), e.getValue())));
      case Value.Items items ->
          items.items().isEmpty()
              || (!ALWAYS_BLOCK.contains(key)
                  && items.items().stream().allMatch(item -> squeezable("", item)));
      case Value.Text(String text) -> !isLiteral(text);
      case Value.Nothing _, Value.Truth _, Value.Whole _, Value.Decimal _ -> true;
    };
  }

  private static String flow(Value value) {
    StringBuilder line = new StringBuilder();
    flow(value, line);
    return line.toString();
  }

  private static void flow(Value value, StringBuilder line) {
    switch (value) {
      case Value.Text(String text) -> line.append(scalar(text));
      case Value.Items items -> {
        line.append('[');
        String comma = "";
        for (Value item : items.items()) {
          line.append(comma);
          flow(item, line);
          comma = ", ";
        }
        line.append(']');
      }
      case Value.Fields fields -> {
        line.append('{');
        String comma = "";
        for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
          line.append(comma).append(scalar(field.getKey())).append(": ");
          flow(field.getValue(), line);
          comma = ", ";
        }
        line.append('}');
      }
      case Value.Nothing _, Value.Truth _, Value.Whole _, Value.Decimal _ ->
          line.append(JsonText.of(value));
    }
  }

  private static String scalar(String text) {
    boolean plain =
        (PLAIN.matcher(text).matches() && !WORDS.matcher(text).matches() && !text.endsWith(" "))
            || DURATION.matcher(text).matches();
    if (plain) {
      return text;
    }
    StringBuilder quoted = new StringBuilder();
    JsonText.quote(text, quoted);
    return quoted.toString();
  }

  /// Whether a text is several lines that can be shown as they are.
  private static boolean isLiteral(String text) {
    return text.indexOf('\n') > 0
        && !text.startsWith(" ")
        && !text.endsWith("\n")
        && text.lines().noneMatch(line -> !line.isEmpty() && line.isBlank())
        && text.chars().allMatch(YamlText::isPrintable);
  }

  private static boolean isPrintable(int c) {
    return c == '\n'
        || (c >= ' ' && c < 0x7F)
        || (c >= 0xA0 && c < 0xFFFE && c != 0x2028 && c != 0x2029 && c != 0xFEFF);
  }

  private void literal(String text, int indent) {
    out.append(" |-\n");
    for (String line : text.split("\n", -1)) {
      out.append(line.isEmpty() ? "" : " ".repeat(indent) + line).append('\n');
    }
  }
}
