package dev.beckon.server.bootstrap;

import dev.beckon.server.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The fields of one JSON object, all of them known.
final class Fields {

  private final JsonNode node;
  private final String path;

  private Fields(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /// @throws BootstrapException when this is no object, or has a field that is not among the known
  static Fields of(JsonNode node, String path, List<String> known) {
    if (!node.isObject()) {
      throw new BootstrapException(
          "%s: Expected an object, but got %s"
              .formatted(path.isEmpty() ? "the file" : path, describe(node)));
    }
    var fields = new Fields(node, path);
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        throw new BootstrapException(
            "%s: Expected one of %s, but got \"%s\"%s"
                .formatted(
                    fields.at(name), String.join(", ", known), name, Nearest.hint(name, known)));
      }
    }
    return fields;
  }

  String text(String name) {
    String text = textOrNull(name);
    if (text == null) {
      throw wrong(name, "a text", "nothing");
    }
    return text;
  }

  @Nullable String textOrNull(String name) {
    JsonNode value = find(name);
    if (value == null) {
      return null;
    }
    if (!value.isString() || value.stringValue().isBlank()) {
      throw wrong(name, "a text", describe(value));
    }
    return value.stringValue();
  }

  int integer(String name, int min, int max) {
    JsonNode value = find(name);
    if (value == null
        || !value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < min
        || value.intValue() > max) {
      throw wrong(name, "a whole number from %d to %d".formatted(min, max), describe(value));
    }
    return value.intValue();
  }

  <E extends Enum<E>> E choice(String name, Class<E> type, E fallback) {
    String text = textOrNull(name);
    if (text == null) {
      return fallback;
    }
    E[] all = type.getEnumConstants();
    return Arrays.stream(all)
        .filter(e -> lower(e).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    name,
                    Arrays.stream(all)
                        .map(Fields::lower)
                        .collect(Collectors.joining(", ", "one of ", "")),
                    "\"" + text + "\""));
  }

  Fields object(String name, List<String> known) {
    Fields object = objectOrNull(name, known);
    if (object == null) {
      throw wrong(name, "an object", "nothing");
    }
    return object;
  }

  @Nullable Fields objectOrNull(String name, List<String> known) {
    JsonNode value = find(name);
    return value == null ? null : of(value, at(name), known);
  }

  /// The objects of a list; none when the field is left out.
  List<Fields> objects(String name, List<String> known) {
    JsonNode value = find(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw wrong(name, "a list", describe(value));
    }
    List<Fields> all = new ArrayList<>();
    for (JsonNode element : value) {
      all.add(of(element, "%s[%d]".formatted(at(name), all.size()), known));
    }
    return all;
  }

  BootstrapException wrong(String name, String expected, String found) {
    return new BootstrapException(
        "%s: Expected %s, but got %s".formatted(at(name), expected, found));
  }

  private @Nullable JsonNode find(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String describe(@Nullable JsonNode value) {
    if (value == null) {
      return "nothing";
    }
    if (value.isContainer()) {
      return value.isArray() ? "a list" : "an object";
    }
    return value.toString();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
