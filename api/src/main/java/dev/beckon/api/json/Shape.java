package dev.beckon.api.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What JSON a Java type becomes: the one description from which requests are read, answers are
/// written and the OpenAPI document is made.
public sealed interface Shape {

  record Text() implements Shape {}

  record Whole() implements Shape {}

  record Decimal() implements Shape {}

  record Truth() implements Shape {}

  /// An instant as ISO-8601 in UTC with milliseconds.
  record Time() implements Shape {}

  /// A day as ISO-8601.
  record Day() implements Shape {}

  /// Any JSON value; `document` names a definition's schema, empty for anything.
  record Any(String document) implements Shape {}

  /// A constant of an enum, in lower case.
  record Word(Class<?> type, Map<String, Object> words) implements Shape {}

  record ListOf(Shape item) implements Shape {}

  record MapOf(Shape value) implements Shape {}

  /// A JSON object made of a record's components.
  record Struct(Class<?> type, List<Field> fields, Maker maker) implements Shape {}

  /// A component of a record.
  ///
  /// @param optional may be absent or null
  /// @param inlined its own fields stand in the outer object
  /// @param narrow a whole number of 32 bits
  record Field(
      String name, Shape shape, boolean optional, boolean inlined, boolean narrow, Reader reader) {}

  /// Makes a record of its components.
  @FunctionalInterface
  interface Maker {
    Object make(@Nullable Object[] components);
  }

  /// Reads a component of a record.
  @FunctionalInterface
  interface Reader {
    @Nullable Object read(Object owner);
  }
}
