package dev.beckon.core.value;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A piece of data as the outside world sent it: the JSON types, immutable, with exact integers.
///
/// Integers beyond 64 bits arrive as [Text] of their digits, so that nothing is ever rounded.
public sealed interface Value {

  /// JSON null.
  record Nothing() implements Value {
    public static final Nothing INSTANCE = new Nothing();
  }

  record Truth(boolean truth) implements Value {
    private static final Truth YES = new Truth(true);
    private static final Truth NO = new Truth(false);
  }

  record Whole(long number) implements Value {}

  /// A finite number with a fraction or beyond the exact integers.
  record Decimal(double number) implements Value {
    public Decimal {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("Expected a finite number, but got " + number + ".");
      }
    }
  }

  record Text(String text) implements Value {
    private static final Text EMPTY = new Text("");
  }

  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// A JSON object; keeps the order in which the fields were written.
  record Fields(SequencedMap<String, Value> fields) implements Value {
    public static final Fields EMPTY = new Fields(Maps.empty());

    public Fields {
      fields = Maps.copy(fields);
    }

    public @Nullable Value get(String name) {
      return fields.get(name);
    }

    /// The same fields with one of them set.
    public Fields with(String name, Value value) {
      return new Fields(Maps.with(fields, name, value));
    }
  }

  static Value nothing() {
    return Nothing.INSTANCE;
  }

  static Value of(String text) {
    return text.isEmpty() ? Text.EMPTY : new Text(text);
  }

  static Value of(long number) {
    return new Whole(number);
  }

  static Value of(double number) {
    return new Decimal(number);
  }

  static Value of(boolean truth) {
    return truth ? Truth.YES : Truth.NO;
  }

  /// Null and the empty text: what the compatible APIs read as "remove this attribute".
  default boolean isBlank() {
    return switch (this) {
      case Nothing _ -> true;
      case Text text -> text.text().isEmpty();
      case Truth _, Whole _, Decimal _, Items _, Fields _ -> false;
    };
  }

  /// The value as people write it: numbers without exponent where exact, objects and lists as JSON.
  default String asText() {
    return ValueText.of(this);
  }
}
