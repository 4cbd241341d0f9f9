package dev.beckon.registry.document;

import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How documents refer to each other by name: found, and rewritten when a name changes.
public final class References {
  private References() {}

  /// @param pointer where the name stands
  /// @param role what for: trigger, filter, exit, goal, step, condition, message, layout
  public record Reference(Kind kind, String name, String pointer, String role) {}

  /// All references of a document, in the order of their mention.
  public static List<Reference> of(Kind kind, Value.Fields definition) {
    List<Reference> found = new ArrayList<>();
    switch (kind) {
      case SEGMENT, CAMPAIGN -> collect(definition, "", "", "condition", found);
      case MESSAGE -> {
        if (definition.get("layout") instanceof Value.Text(String layout)) {
          found.add(new Reference(Kind.LAYOUT, layout, "/layout", "layout"));
        }
      }
      case LAYOUT -> {}
    }
    return found;
  }

  private static void collect(
      Value.Fields fields, String pointer, String owner, String role, List<Reference> found) {
    for (Map.Entry<String, Value> entry : fields.fields().entrySet()) {
      String key = entry.getKey();
      String place = pointer + "/" + key;
      String nextRole = pointer.isEmpty() ? role(key, role) : role;
      switch (entry.getValue()) {
        case Value.Text(String name) -> {
          Kind kind = target(owner, key);
          if (kind != null) {
            found.add(
                new Reference(kind, name, place, kind == Kind.MESSAGE ? "message" : nextRole));
          }
        }
        case Value.Fields part -> collect(part, place, key, nextRole, found);
        case Value.Items part -> {
          for (int i = 0; i < part.items().size(); i++) {
            if (part.items().get(i) instanceof Value.Fields item) {
              collect(item, place + "/" + i, key, nextRole, found);
            }
          }
        }
        case Value.Nothing _, Value.Truth _, Value.Whole _, Value.Decimal _ -> {}
      }
    }
  }

  private static String role(String key, String otherwise) {
    return switch (key) {
      case "trigger", "filter", "exit", "goal" -> key;
      case "steps" -> "step";
      default -> otherwise;
    };
  }

  /// What the text under a key names; null where it is no reference.
  private static @Nullable Kind target(String owner, String key) {
    return switch (key) {
      case "in_segment", "enter_segment", "leave_segment" -> Kind.SEGMENT;
      case "segment" -> owner.equals("trigger") ? Kind.SEGMENT : null;
      case "message" -> owner.equals("send") ? Kind.MESSAGE : null;
      default -> null;
    };
  }

  /// The document with every reference to one name replaced by another.
  public static Value.Fields renamed(
      Kind kind, Value.Fields definition, Kind target, String from, String to) {
    Value.Fields next = definition;
    for (Reference reference : of(kind, definition)) {
      if (reference.kind() == target && reference.name().equals(from)) {
        next = (Value.Fields) replaced(next, path(reference.pointer()), Value.of(to));
      }
    }
    return next;
  }

  private static List<String> path(String pointer) {
    return List.of(pointer.substring(1).split("/", -1));
  }

  private static Value replaced(Value value, List<String> path, Value text) {
    if (path.isEmpty()) {
      return text;
    }
    List<String> rest = path.subList(1, path.size());
    return switch (value) {
      case Value.Fields fields -> {
        LinkedHashMap<String, Value> next = new LinkedHashMap<>(fields.fields());
        next.computeIfPresent(path.getFirst(), (_, part) -> replaced(part, rest, text));
        yield new Value.Fields(next);
      }
      case Value.Items items -> {
        List<Value> next = new ArrayList<>(items.items());
        int index = Integer.parseInt(path.getFirst());
        next.set(index, replaced(next.get(index), rest, text));
        yield new Value.Items(next);
      }
      case Value.Nothing _, Value.Truth _, Value.Whole _, Value.Decimal _, Value.Text _ -> value;
    };
  }
}
