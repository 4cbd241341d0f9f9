package dev.beckon.core.catalog;

import dev.beckon.core.segment.Durations;
import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One object of a definition document while it is being read: knows where it is, and collects what
/// is wrong instead of stopping at the first problem.
final class Part {
  private final Value.Fields fields;
  private final String pointer;
  private final List<Problem> problems;

  private Part(Value.Fields fields, String pointer, List<Problem> problems) {
    this.fields = fields;
    this.pointer = pointer;
    this.problems = problems;
  }

  static Part root(Value document, String pointer, List<Problem> problems) {
    return of(document, pointer, problems);
  }

  private static Part of(Value value, String pointer, List<Problem> problems) {
    if (value instanceof Value.Fields fields) {
      return new Part(fields, pointer, problems);
    }
    problems.add(new Problem(pointer, "Expected an object, but got " + kind(value) + "."));
    return new Part(Value.Fields.EMPTY, pointer, problems);
  }

  boolean has(String key) {
    return fields.get(key) != null;
  }

  @Nullable Value get(String key) {
    return fields.get(key);
  }

  String pointer() {
    return pointer;
  }

  List<Problem> problems() {
    return problems;
  }

  /// Complains about every key that is none of these.
  void only(Set<String> keys) {
    for (String key : fields.fields().keySet()) {
      if (!keys.contains(key)) {
        problems.add(new Problem(at(key), Suggestion.unknownKey(key, keys)));
      }
    }
  }

  /// The one of these keys that is there; complains and answers null where none or several are.
  @Nullable String oneOf(Set<String> keys, String what) {
    String found = null;
    for (String key : keys) {
      if (has(key)) {
        if (found != null) {
          wrong(key, "Expected one of " + found + " and " + key + ", but got both.");
          return null;
        }
        found = key;
      }
    }
    if (found == null) {
      problems.add(
          new Problem(
              pointer,
              "Expected " + what + " with one of the keys " + String.join(", ", keys) + "."));
    }
    return found;
  }

  Part object(String key) {
    Value value = fields.get(key);
    return of(value == null ? Value.Fields.EMPTY : value, at(key), problems);
  }

  List<Part> objects(String key) {
    List<Part> parts = new ArrayList<>();
    List<Value> items = items(key);
    for (int i = 0; i < items.size(); i++) {
      parts.add(of(items.get(i), at(key) + "/" + i, problems));
    }
    return parts;
  }

  private List<Value> items(String key) {
    Value value = fields.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof Value.Items list) {
      return list.items();
    }
    wrong(key, "Expected a list, but got " + kind(value) + ".");
    return List.of();
  }

  /// Complains where the text is missing, blank or too long.
  String text(String key, int charsMax) {
    String text = optionalText(key);
    if (text == null || text.isBlank()) {
      wrong(key, "Expected a text, but it is missing. Add \"" + key + "\".");
      return "";
    }
    if (text.length() > charsMax) {
      wrong(key, "Expected at most " + charsMax + " characters, but got " + text.length() + ".");
    }
    return text;
  }

  @Nullable String optionalText(String key) {
    Value value = fields.get(key);
    if (value == null || value instanceof Value.Nothing) {
      return null;
    }
    if (value instanceof Value.Text(String text)) {
      return text;
    }
    wrong(key, "Expected a text, but got " + kind(value) + ". Put it in quotes.");
    return null;
  }

  long whole(String key, long ifAbsent, long min, long max) {
    Value value = fields.get(key);
    if (value == null) {
      return ifAbsent;
    }
    if (value instanceof Value.Whole(long number) && number >= min && number <= max) {
      return number;
    }
    wrong(
        key,
        "Expected a whole number from " + min + " to " + max + ", but got " + value.asText() + ".");
    return ifAbsent;
  }

  boolean truth(String key, boolean ifAbsent) {
    Value value = fields.get(key);
    if (value == null) {
      return ifAbsent;
    }
    if (value instanceof Value.Truth(boolean truth)) {
      return truth;
    }
    wrong(key, "Expected true or false, but got " + value.asText() + ".");
    return ifAbsent;
  }

  /// One of the words; the first one where the key is absent.
  String word(String key, List<String> words) {
    String word = optionalText(key);
    if (word == null) {
      return words.getFirst();
    }
    if (!words.contains(word)) {
      wrong(key, Suggestion.unknownWord(word, words));
      return words.getFirst();
    }
    return word;
  }

  /// A duration in ms, or 0 where it is absent or wrong.
  long duration(String key, long msMax) {
    String text = optionalText(key);
    if (text == null) {
      return 0;
    }
    OptionalLong duration = Durations.parse(text);
    if (duration.isEmpty() || duration.getAsLong() <= 0 || duration.getAsLong() > msMax) {
      wrong(
          key,
          "Expected a duration such as 30m, 48h, 7d or 2w, at most "
              + Durations.words(msMax)
              + ", but got \""
              + text
              + "\".");
      return 0;
    }
    return duration.getAsLong();
  }

  void wrong(String key, String detail) {
    problems.add(new Problem(at(key), detail));
  }

  String at(String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  Map<String, Value> entries() {
    return fields.fields();
  }

  private static String kind(Value value) {
    return switch (value) {
      case Value.Nothing _ -> "nothing";
      case Value.Truth _ -> "true or false";
      case Value.Whole _, Value.Decimal _ -> "a number";
      case Value.Text _ -> "a text";
      case Value.Items _ -> "a list";
      case Value.Fields _ -> "an object";
    };
  }
}
