package dev.beckon.api.json;

import dev.beckon.api.http.Flaw;
import dev.beckon.api.http.Refusal;
import dev.beckon.core.value.Value;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads records from JSON values, and says everything that is wrong at once, each with a pointer.
public final class Records {
  private final List<Flaw> flaws = new ArrayList<>();

  private Records() {}

  /// @throws Refusal with every flaw
  public static <T> T read(Class<T> type, Value value) {
    return type.cast(read((Type) type, value));
  }

  static Object read(Type type, Value value) {
    Records records = new Records();
    Object read = records.any(Shapes.of(type), value, "");
    if (!records.flaws.isEmpty() || read == null) {
      throw Refusal.invalid(records.flaws);
    }
    return read;
  }

  private @Nullable Object any(Shape shape, Value value, String pointer) {
    return switch (shape) {
      case Shape.Text _ ->
          value instanceof Value.Text text ? text.text() : wrong("text", value, pointer);
      case Shape.Whole _ ->
          value instanceof Value.Whole whole
              ? (Object) whole.number()
              : wrong("a whole number", value, pointer);
      case Shape.Decimal _ -> decimal(value, pointer);
      case Shape.Truth _ ->
          value instanceof Value.Truth truth
              ? (Object) truth.truth()
              : wrong("true or false", value, pointer);
      case Shape.Time _ -> time(value, pointer);
      case Shape.Day _ -> day(value, pointer);
      case Shape.Any(String document) ->
          document.isEmpty() || value instanceof Value.Fields
              ? value
              : wrong("an object", value, pointer);
      case Shape.Word word -> word(word, value, pointer);
      case Shape.ListOf list -> list(list, value, pointer);
      case Shape.MapOf map -> map(map, value, pointer);
      case Shape.Struct struct ->
          value instanceof Value.Fields fields
              ? struct(struct, fields, pointer)
              : wrong("an object", value, pointer);
    };
  }

  private @Nullable Object decimal(Value value, String pointer) {
    if (value instanceof Value.Decimal decimal) {
      return decimal.number();
    }
    return value instanceof Value.Whole whole
        ? (Object) (double) whole.number()
        : wrong("a number", value, pointer);
  }

  private @Nullable Object time(Value value, String pointer) {
    if (value instanceof Value.Text text) {
      try {
        return Instant.parse(text.text());
      } catch (DateTimeException _) {
        return wrong("a time such as 2026-03-14T09:26:53.000Z", value, pointer);
      }
    }
    return wrong("a time such as 2026-03-14T09:26:53.000Z", value, pointer);
  }

  private @Nullable Object day(Value value, String pointer) {
    if (value instanceof Value.Text text) {
      try {
        return LocalDate.parse(text.text());
      } catch (DateTimeException _) {
        return wrong("a date such as 2026-03-14", value, pointer);
      }
    }
    return wrong("a date such as 2026-03-14", value, pointer);
  }

  private @Nullable Object word(Shape.Word word, Value value, String pointer) {
    Object constant = value instanceof Value.Text text ? word.words().get(text.text()) : null;
    return constant == null
        ? wrong("one of " + String.join(", ", word.words().keySet()), value, pointer)
        : constant;
  }

  private @Nullable Object list(Shape.ListOf list, Value value, String pointer) {
    if (!(value instanceof Value.Items items)) {
      return wrong("a list", value, pointer);
    }
    List<Object> read = new ArrayList<>();
    for (Value item : items.items()) {
      Object one = any(list.item(), item, pointer + "/" + read.size());
      if (one == null) {
        return null;
      }
      read.add(one);
    }
    return Collections.unmodifiableList(read);
  }

  private @Nullable Object map(Shape.MapOf map, Value value, String pointer) {
    if (!(value instanceof Value.Fields fields)) {
      return wrong("an object", value, pointer);
    }
    LinkedHashMap<String, Object> read = new LinkedHashMap<>();
    for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
      Object one = any(map.value(), field.getValue(), pointer + "/" + escaped(field.getKey()));
      if (one != null) {
        read.put(field.getKey(), one);
      }
    }
    return Collections.unmodifiableSequencedMap(read);
  }

  private @Nullable Object struct(Shape.Struct struct, Value.Fields fields, String pointer) {
    int before = flaws.size();
    @Nullable Object[] components = new @Nullable Object[struct.fields().size()];
    for (int i = 0; i < components.length; i++) {
      components[i] = component(struct.fields().get(i), fields, pointer);
    }
    for (String name : fields.fields().keySet()) {
      if (struct.fields().stream().noneMatch(field -> field.name().equals(name))) {
        flaw(
            pointer + "/" + escaped(name),
            "Expected only known fields, but got \"" + name + "\"; remove it.");
      }
    }
    return flaws.size() > before ? null : struct.maker().make(components);
  }

  private @Nullable Object component(Shape.Field field, Value.Fields fields, String pointer) {
    Value value = fields.get(field.name());
    String inner = pointer + "/" + escaped(field.name());
    boolean free = field.shape() instanceof Shape.Any;
    if (value == null || (value instanceof Value.Nothing && field.optional() && !free)) {
      if (!field.optional()) {
        flaw(inner, "Expected the field \"" + field.name() + "\", but it is missing.");
      }
      return null;
    }
    Object read = any(field.shape(), value, inner);
    return read instanceof Long number && field.narrow() ? (Object) narrowed(number, inner) : read;
  }

  private @Nullable Integer narrowed(long number, String pointer) {
    if (number != (int) number) {
      flaw(pointer, "Expected a whole number of 32 bits, but got " + number + ".");
      return null;
    }
    return (int) number;
  }

  private @Nullable Object wrong(String expected, Value value, String pointer) {
    flaw(pointer, "Expected " + expected + ", but got " + shown(value) + ".");
    return null;
  }

  private void flaw(String pointer, String detail) {
    flaws.add(new Flaw(pointer, detail));
  }

  private static String shown(Value value) {
    String text = JsonWriter.text(value);
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
