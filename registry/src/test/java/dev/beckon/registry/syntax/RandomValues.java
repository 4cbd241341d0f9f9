package dev.beckon.registry.syntax;

import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes up values with everything nasty in them.
final class RandomValues {
  private static final List<String> PIECES =
      List.of(
          "a",
          "Zoë",
          " ",
          "\n",
          "\n\n",
          "\t",
          ":",
          ": ",
          " #",
          "#",
          "-",
          "- ",
          "'",
          "\"",
          "\\",
          "{",
          "}",
          "[",
          "]",
          ",",
          "?",
          "!",
          "&",
          "*",
          "|",
          ">",
          "%",
          "@",
          "`",
          "\u0000",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "\uFFFE",
          "\uFFFD",
          "😀",
          "yes",
          "No",
          "null",
          "~",
          "1",
          "01",
          "1e3",
          ".5",
          "0x1F",
          "7d",
          "2026-03-14",
          "<<",
          "=",
          "---",
          "...",
          "{{ a }}",
          "\r",
          "é",
          "ß",
          "夏");

  private final RandomGenerator random;

  RandomValues(RandomGenerator random) {
    this.random = random;
  }

  Value.Fields fields(int depth) {
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      fields.put(random.nextInt(3) == 0 ? text() : "key" + i, value(depth - 1));
    }
    return new Value.Fields(fields);
  }

  private Value value(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> Value.nothing();
      case 1 -> Value.of(random.nextBoolean());
      case 2 -> Value.of(random.nextBoolean() ? random.nextLong() : random.nextInt(100));
      case 3 -> Value.of(random.nextInt(1000) / 8.0 * (random.nextBoolean() ? 1 : 1e200));
      case 4, 5, 6 -> Value.of(text());
      case 7 -> fields(depth);
      default -> items(depth);
    };
  }

  private Value items(int depth) {
    List<Value> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(value(depth - 1));
    }
    return new Value.Items(items);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
