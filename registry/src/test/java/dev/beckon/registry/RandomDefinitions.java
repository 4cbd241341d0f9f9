package dev.beckon.registry;

import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;

/// Makes up valid definitions with names and texts that are hard to write down.
final class RandomDefinitions {
  private static final List<String> PIECES =
      List.of(
          "a",
          "Zoë",
          "ß",
          "夏",
          "😀",
          "#",
          ": ",
          "'",
          "\"",
          "\\",
          "{{ customer.x }}",
          "- ",
          "yes",
          "no",
          "null",
          "1",
          "1.0",
          "7d",
          "&x",
          "*x",
          "!",
          "?",
          "|",
          "%",
          "@",
          "`",
          "~",
          "[",
          "]",
          ",",
          ".",
          "/");

  private final RandomGenerator random;
  private final List<String> segments = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();
  private final List<String> campaigns = new ArrayList<>();
  private int steps;

  RandomDefinitions(RandomGenerator random) {
    this.random = random;
  }

  Value.Fields segment() {
    SequencedMap<String, Value> fields = named(segments);
    if (random.nextBoolean()) {
      fields.put("description", Value.of(text() + "\n" + text()));
    }
    fields.put("when", condition(3));
    return shuffled(fields, segments);
  }

  Value.Fields message() {
    SequencedMap<String, Value> fields = named(messages);
    fields.put("channel", Value.of("email"));
    fields.put("subject", Value.of("s" + text()));
    fields.put("html", Value.of(text() + "\r\n" + text() + "\n\n"));
    if (random.nextBoolean()) {
      fields.put("text", Value.of(text() + "\n\n " + text()));
    }
    if (random.nextBoolean()) {
      fields.put("preheader", Value.nothing());
    }
    return shuffled(fields, messages);
  }

  Value.Fields campaign() {
    steps = 0;
    SequencedMap<String, Value> fields = named(campaigns);
    fields.put(
        "trigger",
        segments.isEmpty() || random.nextBoolean()
            ? fields("event", Value.of(word()))
            : fields("segment", Value.of(one(segments))));
    if (random.nextBoolean()) {
      fields.put("filter", condition(2));
    }
    if (random.nextBoolean()) {
      fields.put("frequency", fields("once_per", Value.of("30d")));
    }
    fields.put("steps", steps(3));
    return shuffled(fields, campaigns);
  }

  private Value steps(int depth) {
    List<Value> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(step(depth));
    }
    return new Value.Items(list);
  }

  private Value step(int depth) {
    LinkedHashMap<String, Value> step = new LinkedHashMap<>();
    step.put("id", Value.of("s" + steps++));
    switch (random.nextInt(depth > 0 ? 4 : 2)) {
      case 0 -> step.put("delay", Value.of("2d"));
      case 1 -> {
        if (messages.isEmpty()) {
          step.put("exit", Value.of(true));
        } else {
          step.put("send", fields("message", Value.of(one(messages))));
        }
      }
      case 2 -> {
        step.put("then", steps(depth - 1));
        step.put("branch", condition(2));
        step.put("otherwise", steps(depth - 1));
      }
      default -> {
        step.put("wait_until", condition(1));
        step.put("at_most", Value.of("36h"));
        step.put("otherwise", steps(depth - 1));
      }
    }
    return new Value.Fields(step);
  }

  private Value condition(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> fields("attribute", Value.of(word())).with("is", scalar());
      case 1 -> fields("not_performed", Value.of(word())).with("within", Value.of("7d"));
      case 2 ->
          fields(
                  "where",
                  new Value.Items(
                      List.of(fields("gt", scalar()).with("property", Value.of(word())))))
              .with("performed", Value.of(word()));
      case 3 ->
          segments.isEmpty()
              ? fields("attribute", Value.of(word())).with("exists", Value.of(false))
              : fields("in_segment", Value.of(one(segments)));
      case 4 -> fields("not", condition(depth - 1));
      default ->
          fields("any", new Value.Items(List.of(condition(depth - 1), condition(depth - 1))));
    };
  }

  private Value scalar() {
    return switch (random.nextInt(4)) {
      case 0 -> Value.of(random.nextLong());
      case 1 -> Value.of(random.nextInt(100) / 4.0);
      case 2 -> Value.of(random.nextBoolean());
      default -> Value.of(text());
    };
  }

  /// A name that is new in the list; it is added only when the definition is complete.
  private SequencedMap<String, Value> named(List<String> taken) {
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
    String name = word();
    while (taken.contains(name)) {
      name += word();
    }
    fields.put("name", Value.of(name));
    return fields;
  }

  private Value.Fields shuffled(SequencedMap<String, Value> fields, List<String> names) {
    names.add(fields.get("name") instanceof Value.Text(String name) ? name : "");
    LinkedHashMap<String, Value> turned = new LinkedHashMap<>();
    fields.reversed().forEach(turned::put);
    return new Value.Fields(random.nextBoolean() ? turned : fields);
  }

  private String word() {
    return text().strip() + "x" + random.nextInt(1_000);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private String one(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }

  private static Value.Fields fields(String key, Value value) {
    return Value.Fields.EMPTY.with(key, value);
  }
}
