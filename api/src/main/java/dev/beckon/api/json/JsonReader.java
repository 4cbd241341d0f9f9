package dev.beckon.api.json;

import dev.beckon.api.http.Refusal;
import dev.beckon.core.catalog.Limits;
import dev.beckon.core.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON strictly: one document, no doubled keys, bounded depth, valid UTF-8.
///
/// Integers beyond 64 bits become their digits as text; a lone surrogate in a value becomes U+FFFD.
public final class JsonReader {
  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

  /// For data of people and events.
  public static final JsonReader DATA = new JsonReader(Limits.VALUE_DEPTH_MAX);

  /// For definitions, which nest steps and conditions.
  public static final JsonReader DOCUMENT = new JsonReader(3 * Limits.VALUE_DEPTH_MAX);

  private final int depthMax;
  private final JsonFactory factory;

  private JsonReader(int depthMax) {
    this.depthMax = depthMax;
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(depthMax + 1).build())
            .build();
  }

  /// Reads a body that must be a JSON object; an empty one counts as `{}`.
  ///
  /// @throws Refusal with the place of the mistake
  public Value.Fields fields(byte[] body) {
    if (body.length == 0) {
      return Value.Fields.EMPTY;
    }
    return switch (value(body)) {
      case Value.Fields fields -> fields;
      case Value.Nothing _,
          Value.Truth _,
          Value.Whole _,
          Value.Decimal _,
          Value.Text _,
          Value.Items _ ->
          throw Refusal.invalid("Expected a JSON object as the body, but got something else.");
    };
  }

  /// Reads any JSON document.
  public Value value(byte[] body) {
    int invalid = Utf8.firstInvalid(body);
    if (invalid >= 0) {
      throw Refusal.invalid(
          "Expected UTF-8, but the byte at position " + invalid + " of the body is not.");
    }
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), body)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw Refusal.invalid("Expected a JSON document, but the body is empty.");
      }
      Value value = read(parser, first, 1);
      if (parser.nextToken() != null) {
        throw Refusal.invalid(
            "Expected the end of the JSON document, but more follows " + place(parser) + ".");
      }
      return value;
    } catch (JacksonException e) {
      throw Refusal.invalid(
          "Expected valid JSON, but "
              + at(e.getLocation())
              + " it says: "
              + e.getOriginalMessage());
    }
  }

  private Value read(JsonParser parser, JsonToken token, int depth) {
    return switch (token) {
      case START_OBJECT -> object(parser, deeper(parser, depth));
      case START_ARRAY -> array(parser, deeper(parser, depth));
      case VALUE_STRING -> Value.of(whole(parser.getString()));
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> decimal(parser);
      case VALUE_TRUE -> Value.of(true);
      case VALUE_FALSE -> Value.of(false);
      case VALUE_NULL -> Value.nothing();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw Refusal.invalid("Expected a JSON value " + place(parser) + ".");
    };
  }

  private int deeper(JsonParser parser, int depth) {
    if (depth > depthMax) {
      throw Refusal.invalid(
          "Expected JSON nested at most "
              + depthMax
              + " levels deep, but it goes deeper "
              + place(parser)
              + ".");
    }
    return depth + 1;
  }

  private Value object(JsonParser parser, int depth) {
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      Value value = read(parser, parser.nextToken(), depth);
      if (fields.put(name, value) != null) {
        throw Refusal.invalid(
            "Expected each key once in an object, but \""
                + name
                + "\" is doubled "
                + place(parser)
                + ".");
      }
    }
    return new Value.Fields(fields);
  }

  private Value array(JsonParser parser, int depth) {
    List<Value> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(read(parser, token, depth));
    }
    return new Value.Items(items);
  }

  private static Value integer(JsonParser parser) {
    return switch (parser.getNumberType()) {
      case INT, LONG -> Value.of(parser.getLongValue());
      case BIG_INTEGER -> big(parser.getBigIntegerValue());
      case FLOAT, DOUBLE, BIG_DECIMAL -> decimal(parser);
    };
  }

  private static Value big(BigInteger number) {
    boolean fits = number.compareTo(LONG_MIN) >= 0 && number.compareTo(LONG_MAX) <= 0;
    return fits ? Value.of(number.longValue()) : Value.of(number.toString());
  }

  private static Value decimal(JsonParser parser) {
    double number = parser.getDoubleValue();
    return Double.isFinite(number) ? Value.of(number) : Value.of(parser.getString());
  }

  /// The text with every lone surrogate replaced, so that it can be written as UTF-8.
  private static String whole(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++;
        } else {
          return repaired(text);
        }
      }
    }
    return text;
  }

  private static String repaired(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(point -> out.appendCodePoint(isSurrogate(point) ? 0xFFFD : point));
    return out.toString();
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static String place(JsonParser parser) {
    return at(parser.currentLocation());
  }

  private static String at(TokenStreamLocation location) {
    return "at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
