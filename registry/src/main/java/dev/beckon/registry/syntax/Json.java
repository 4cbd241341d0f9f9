package dev.beckon.registry.syntax;

import dev.beckon.core.value.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON strictly: UTF-8 only, one value, no key twice, a limit on depth, no number rounded.
///
/// Integers beyond 64 bits become the text of their digits (see [Value]); a number with a fraction
/// or an exponent becomes a decimal, and is refused where it is too large for one. Half of a
/// surrogate pair becomes U+FFFD, as it cannot be stored as UTF-8.
public final class Json {
  /// Deep enough for every definition document.
  public static final int DEPTH_MAX = 128;

  private static final int NUMBER_CHARS_MAX = 1_000;

  private final JsonFactory factory;

  private Json(int depthMax) {
    factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(depthMax)
                    .maxNumberLength(NUMBER_CHARS_MAX)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
  }

  private static final Json DOCUMENTS = new Json(DEPTH_MAX);

  /// A reader with its own limit on depth, for data of callers.
  public static Json withDepth(int depthMax) {
    return new Json(depthMax);
  }

  /// Reads a definition document or a part of one.
  public static Value read(String text) throws SyntaxException {
    return DOCUMENTS.parse(text);
  }

  /// Reads what this program has written.
  public static Value.Fields stored(String text) {
    try {
      return (Value.Fields) read(text);
    } catch (SyntaxException e) {
      throw new IllegalStateException("Expected a stored document, but " + e.getMessage(), e);
    }
  }

  public Value parse(byte[] bytes) throws SyntaxException {
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new SyntaxException(1, 1, "Expected UTF-8, but some bytes are not.", e);
    }
  }

  public Value parse(String text) throws SyntaxException {
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        throw new SyntaxException(1, 1, "Expected a JSON value, but the text is empty.", null);
      }
      Value value = value(parser);
      if (parser.nextToken() != null) {
        throw at(parser, "Expected the end after the first JSON value, but there is more.");
      }
      return value;
    } catch (JacksonException e) {
      throw new SyntaxException(
          Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
          Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getColumnNr()),
          "Expected JSON, but: " + e.getOriginalMessage() + ".",
          e);
    }
  }

  private static Value value(JsonParser parser) throws SyntaxException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> Value.nothing();
      case VALUE_TRUE -> Value.of(true);
      case VALUE_FALSE -> Value.of(false);
      case VALUE_STRING -> Value.of(whole(parser.getString()));
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> decimal(parser);
      case START_ARRAY -> items(parser);
      case START_OBJECT -> fields(parser);
      case END_ARRAY, END_OBJECT, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw at(parser, "Expected a JSON value, but found something else.");
    };
  }

  private static Value integer(JsonParser parser) {
    return switch (parser.getNumberType()) {
      case INT, LONG -> Value.of(parser.getLongValue());
      case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> Value.of(parser.getString());
    };
  }

  private static Value decimal(JsonParser parser) throws SyntaxException {
    double number = parser.getDoubleValue();
    if (!Double.isFinite(number)) {
      throw at(
          parser, "Expected a number up to 1.8e308, but got a larger one. Send it as a string.");
    }
    return Value.of(number);
  }

  private static Value items(JsonParser parser) throws SyntaxException {
    List<Value> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new Value.Items(items);
  }

  private static Value fields(JsonParser parser) throws SyntaxException {
    SequencedMap<String, Value> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = whole(parser.currentName());
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return new Value.Fields(fields);
  }

  private static SyntaxException at(JsonParser parser, String message) {
    return new SyntaxException(
        parser.currentTokenLocation().getLineNr(),
        parser.currentTokenLocation().getColumnNr(),
        message,
        null);
  }

  /// The text with every lone surrogate replaced.
  private static String whole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new String(text.codePoints().map(Json::orReplacement).toArray(), 0, points(text));
      }
    }
    return text;
  }

  private static int points(String text) {
    return text.codePointCount(0, text.length());
  }

  private static int orReplacement(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point;
  }
}
