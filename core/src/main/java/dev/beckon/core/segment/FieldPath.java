package dev.beckon.core.segment;

import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The way to a field: a name, or names and indexes such as `a.b`, `list[0].c`, `list[].c`.
///
/// A field whose name is the whole text wins over the path through objects (spec: journeys.md,
// 1.8).
public final class FieldPath {
  private static final int ANY_ELEMENT = -1;

  private final String text;
  private final String root;
  private final List<Part> rest;

  private FieldPath(String text, String root, List<Part> rest) {
    this.text = text;
    this.root = root;
    this.rest = List.copyOf(rest);
  }

  private sealed interface Part {
    record Name(String name) implements Part {}

    record Index(int index) implements Part {}
  }

  /// Reads a path; every text is one, as odd characters are taken as part of a name.
  public static FieldPath of(String text) {
    if (text.indexOf('.') < 0 && text.indexOf('[') < 0) {
      return new FieldPath(text, text, List.of());
    }
    List<Part> parts = new ArrayList<>();
    for (String dotted : text.split("\\.", -1)) {
      addParts(dotted, parts);
    }
    return parts.getFirst() instanceof Part.Name(String name)
        ? new FieldPath(text, name, parts.subList(1, parts.size()))
        : new FieldPath(text, text, List.of());
  }

  private static void addParts(String dotted, List<Part> parts) {
    String name = dotted;
    List<Part> indexes = new ArrayList<>();
    while (name.endsWith("]") && name.lastIndexOf('[') > 0) {
      int open = name.lastIndexOf('[');
      String inside = name.substring(open + 1, name.length() - 1);
      if (inside.length() > 6 || !inside.chars().allMatch(c -> c >= '0' && c <= '9')) {
        break;
      }
      indexes.addFirst(new Part.Index(inside.isEmpty() ? ANY_ELEMENT : Integer.parseInt(inside)));
      name = name.substring(0, open);
    }
    parts.add(new Part.Name(name));
    parts.addAll(indexes);
  }

  /// The path as it was written.
  public String text() {
    return text;
  }

  /// The name of the top-level field; what an index of conditions needs to know.
  public String root() {
    return root;
  }

  /// Whether any value at the end of the path satisfies the test.
  boolean any(Function<String, @Nullable Value> fields, Predicate<Value> test) {
    Value whole = fields.apply(text);
    if (whole != null) {
      return test.test(whole);
    }
    Value top = rest.isEmpty() ? null : fields.apply(root);
    return top != null && any(top, 0, test);
  }

  private boolean any(Value value, int depth, Predicate<Value> test) {
    if (depth == rest.size()) {
      return test.test(value);
    }
    return switch (rest.get(depth)) {
      case Part.Name(String name) -> {
        Value next = value instanceof Value.Fields fields ? fields.get(name) : null;
        yield next != null && any(next, depth + 1, test);
      }
      case Part.Index(int index) ->
          value instanceof Value.Items items && anyOf(items.items(), index, depth, test);
    };
  }

  private boolean anyOf(List<Value> items, int index, int depth, Predicate<Value> test) {
    if (index != ANY_ELEMENT) {
      return index < items.size() && any(items.get(index), depth + 1, test);
    }
    for (Value item : items) {
      if (any(item, depth + 1, test)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FieldPath path && text.equals(path.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
