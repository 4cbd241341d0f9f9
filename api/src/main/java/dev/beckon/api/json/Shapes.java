package dev.beckon.api.json;

import dev.beckon.core.value.Value;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Finds the [Shape] of records and what they are made of, once per type.
public final class Shapes {
  private static final Map<Type, Shape> KNOWN = new ConcurrentHashMap<>();

  private Shapes() {}

  public static Shape of(Type type) {
    Shape known = KNOWN.get(type);
    if (known == null) {
      known = describe(type);
      KNOWN.put(type, known);
    }
    return known;
  }

  private static Shape describe(Type type) {
    return switch (type) {
      case ParameterizedType generic -> parameterized(generic);
      case Class<?> plain -> plain(plain);
      default -> throw unknown(type);
    };
  }

  private static Shape parameterized(ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      return new Shape.ListOf(of(arguments[0]));
    }
    if (type.getRawType() == SequencedMap.class || type.getRawType() == Map.class) {
      return new Shape.MapOf(of(arguments[1]));
    }
    throw unknown(type);
  }

  private static Shape plain(Class<?> type) {
    if (type == String.class) {
      return new Shape.Text();
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return new Shape.Whole();
    }
    if (type == double.class || type == Double.class) {
      return new Shape.Decimal();
    }
    if (type == boolean.class || type == Boolean.class) {
      return new Shape.Truth();
    }
    if (type == Instant.class) {
      return new Shape.Time();
    }
    if (type == LocalDate.class) {
      return new Shape.Day();
    }
    if (type == Value.class || type == Value.Fields.class) {
      return new Shape.Any("");
    }
    if (type.isEnum()) {
      return word(type);
    }
    if (type.isRecord()) {
      return struct(type);
    }
    throw unknown(type);
  }

  private static Shape word(Class<?> type) {
    SequencedMap<String, Object> words = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      words.put(((Enum<?>) constant).name().toLowerCase(Locale.ROOT), constant);
    }
    return new Shape.Word(type, words);
  }

  private static Shape struct(Class<?> type) {
    List<Shape.Field> fields = new ArrayList<>();
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      fields.add(field(components[i]));
    }
    return new Shape.Struct(type, List.copyOf(fields), maker(type, types));
  }

  private static Shape.Field field(RecordComponent component) {
    Named named = component.getAnnotation(Named.class);
    Document document = component.getAnnotation(Document.class);
    Shape shape =
        document == null
            ? of(component.getGenericType())
            : document(component.getType(), document.value());
    return new Shape.Field(
        named == null ? snake(component.getName()) : named.value(),
        shape,
        isNullable(component.getAnnotatedType()),
        component.isAnnotationPresent(Inline.class),
        component.getType() == int.class || component.getType() == Integer.class,
        reader(component));
  }

  private static Shape document(Class<?> type, String name) {
    Shape document = new Shape.Any(name);
    return type == List.class ? new Shape.ListOf(document) : document;
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static Shape.Reader reader(RecordComponent component) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return owner -> {
      try {
        return accessor.invoke(owner);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("Expected to read " + component + ", but failed.", e);
      }
    };
  }

  private static Shape.Maker maker(Class<?> type, Class<?>[] types) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return components -> {
        try {
          return constructor.newInstance(components);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("Expected to make a " + type + ", but failed.", e);
        }
      };
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("Expected the canonical constructor of " + type + ".", e);
    }
  }

  static String snake(String camel) {
    StringBuilder out = new StringBuilder(camel.length() + 4);
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      boolean boundary =
          Character.isUpperCase(c)
              || (Character.isDigit(c) && i > 0 && !Character.isDigit(camel.charAt(i - 1)));
      if (boundary) {
        out.append('_');
      }
      out.append(Character.toLowerCase(c));
    }
    return out.toString();
  }

  private static IllegalArgumentException unknown(Type type) {
    return new IllegalArgumentException(
        "Expected a record, an enum, text, a number, a time, a list, a map or a value, but got "
            + type.getTypeName()
            + ".");
  }
}
