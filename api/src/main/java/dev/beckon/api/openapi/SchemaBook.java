package dev.beckon.api.openapi;

import dev.beckon.api.json.JsonReader;
import dev.beckon.api.json.Shape;
import dev.beckon.core.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/// The schemas of all records that routes take and give, each once under its name.
final class SchemaBook {
  private static final String SUFFIX = "Json";
  private static final String COMPONENTS = "#/components/schemas/";

  private final TreeMap<String, Value> schemas = new TreeMap<>();
  private final Map<String, Class<?>> owners = new TreeMap<>();
  private final Set<Class<?>> answers = new HashSet<>();

  /// @param definitions the JSON Schema of the definition documents, with `$defs`
  SchemaBook(String definitions) {
    Value document = JsonReader.DOCUMENT.value(definitions.getBytes(StandardCharsets.UTF_8));
    if (document instanceof Value.Fields fields
        && fields.get("$defs") instanceof Value.Fields defs) {
      defs.fields().forEach((name, schema) -> schemas.put(documentName(name), moved(schema)));
    }
  }

  Value.Fields all() {
    return new Value.Fields(new LinkedHashMap<>(schemas));
  }

  /// The schema of a shape; records become references.
  Value of(Shape shape) {
    return switch (shape) {
      case Shape.Text _ -> type("string");
      case Shape.Whole _ -> type("integer");
      case Shape.Decimal _ -> type("number");
      case Shape.Truth _ -> type("boolean");
      case Shape.Time _ -> type("string").with("format", Value.of("date-time"));
      case Shape.Day _ -> type("string").with("format", Value.of("date"));
      case Shape.Any(String document) ->
          document.isEmpty() ? Value.Fields.EMPTY : reference(documentName(document));
      case Shape.Word word -> word(word);
      case Shape.ListOf list -> type("array").with("items", of(list.item()));
      case Shape.MapOf map -> type("object").with("additionalProperties", of(map.value()));
      case Shape.Struct struct -> reference(put(struct));
    };
  }

  private String put(Shape.Struct struct) {
    String name = name(struct.type());
    Class<?> owner = owners.putIfAbsent(name, struct.type());
    if (owner == null) {
      schemas.put(name, struct(struct));
    } else if (!owner.equals(struct.type())) {
      throw new IllegalStateException(
          "Expected one record for the schema "
              + name
              + ", but there are "
              + owner
              + " and "
              + struct.type()
              + ".");
    }
    return name;
  }

  private Value.Fields struct(Shape.Struct struct) {
    LinkedHashMap<String, Value> properties = new LinkedHashMap<>();
    List<Value> required = new ArrayList<>();
    gather(struct, properties, required);
    Value.Fields schema =
        type("object")
            .with("properties", new Value.Fields(properties))
            .with("additionalProperties", Value.of(false));
    return required.isEmpty() ? schema : schema.with("required", new Value.Items(required));
  }

  private void gather(
      Shape.Struct struct, SequencedMap<String, Value> properties, List<Value> required) {
    for (Shape.Field field : struct.fields()) {
      if (field.inlined() && field.shape() instanceof Shape.Struct inner) {
        gather(inner, properties, required);
      } else {
        Value schema = of(field.shape());
        properties.put(field.name(), field.optional() ? orNull(schema) : schema);
        if (!field.optional() || isAnswer(struct)) {
          required.add(Value.of(field.name()));
        }
      }
    }
  }

  /// In answers every field is there; only what callers send may leave fields out.
  private boolean isAnswer(Shape.Struct struct) {
    return answers.contains(struct.type());
  }

  /// Says that a record, with all it is made of, is given and not taken.
  void given(Shape shape) {
    switch (shape) {
      case Shape.ListOf list -> given(list.item());
      case Shape.MapOf map -> given(map.value());
      case Shape.Struct struct -> {
        if (answers.add(struct.type())) {
          struct.fields().forEach(field -> given(field.shape()));
        }
      }
      case Shape.Text _,
          Shape.Whole _,
          Shape.Decimal _,
          Shape.Truth _,
          Shape.Time _,
          Shape.Day _,
          Shape.Any _,
          Shape.Word _ -> {}
    }
  }

  private static Value word(Shape.Word word) {
    List<Value> words = new ArrayList<>();
    word.words().keySet().forEach(each -> words.add(Value.of(each)));
    return type("string").with("enum", new Value.Items(words));
  }

  private static Value orNull(Value schema) {
    boolean free = schema instanceof Value.Fields fields && fields.fields().isEmpty();
    return free
        ? schema
        : Value.Fields.EMPTY.with("anyOf", new Value.Items(List.of(schema, type("null"))));
  }

  private static Value.Fields type(String name) {
    return Value.Fields.EMPTY.with("type", Value.of(name));
  }

  private static Value.Fields reference(String name) {
    return Value.Fields.EMPTY.with("$ref", Value.of(COMPONENTS + name));
  }

  /// `PersonJson` is the schema Person; other records bear the name of what encloses them, too.
  private static String name(Class<?> type) {
    String name = type.getSimpleName();
    if (name.endsWith(SUFFIX)) {
      return name.substring(0, name.length() - SUFFIX.length());
    }
    Class<?> around = type.getEnclosingClass();
    return around == null ? name : around.getSimpleName() + name;
  }

  private static String documentName(String kind) {
    return Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + "Document";
  }

  /// A schema whose references lead to the components instead of `$defs`.
  private static Value moved(Value schema) {
    return switch (schema) {
      case Value.Fields fields -> {
        LinkedHashMap<String, Value> next = new LinkedHashMap<>();
        fields.fields().forEach((name, value) -> next.put(name, movedField(name, value)));
        yield new Value.Fields(next);
      }
      case Value.Items items ->
          new Value.Items(items.items().stream().map(SchemaBook::moved).toList());
      case Value.Nothing _, Value.Truth _, Value.Whole _, Value.Decimal _, Value.Text _ -> schema;
    };
  }

  private static Value movedField(String name, Value value) {
    return name.equals("$ref")
            && value instanceof Value.Text(String text)
            && text.startsWith("#/$defs/")
        ? Value.of(COMPONENTS + documentName(text.substring("#/$defs/".length())))
        : moved(value);
  }
}
