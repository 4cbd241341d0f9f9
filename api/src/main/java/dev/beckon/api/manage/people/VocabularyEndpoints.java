package dev.beckon.api.manage.people;

import static dev.beckon.api.manage.Endpoints.WORKSPACE;

import dev.beckon.api.http.About;
import dev.beckon.api.manage.Access;
import dev.beckon.api.manage.Call;
import dev.beckon.api.manage.Endpoints;
import dev.beckon.core.value.Value;
import dev.beckon.engine.query.Vocabulary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The attributes and events that occur, for suggesting them.
public final class VocabularyEndpoints {
  private static final int WORDS_MAX = 500;

  private final Vocabulary vocabulary;

  public VocabularyEndpoints(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  public record VocabularyJson(List<AttributeWordJson> attributes, List<EventWordJson> events) {}

  public record AttributeWordJson(String name, ValueType type, List<Value> samples, long people) {}

  /// @param count30d how often it occurred among the latest activities
  public record EventWordJson(
      String name,
      @dev.beckon.api.json.Named("count_30d") long count30d,
      @Nullable Instant lastSeenAt,
      List<PropertyWordJson> properties) {}

  public record PropertyWordJson(String name, ValueType type, List<Value> samples) {}

  public enum ValueType {
    STRING,
    NUMBER,
    BOOLEAN,
    TIME,
    OBJECT,
    LIST,
    MIXED
  }

  public void on(Endpoints endpoints) {
    endpoints.get(
        WORKSPACE + "/vocabulary",
        Access.VIEWER,
        About.of("People", "Attributes and events that occur", "With samples, most used first.")
            .example("{\"attributes\": [], \"events\": []}"),
        VocabularyJson.class,
        this::json);
  }

  private VocabularyJson json(Call call) {
    return new VocabularyJson(
        vocabulary.attributes(call.workspace()).stream()
            .filter(word -> !word.name().startsWith("_"))
            .limit(WORDS_MAX)
            .map(VocabularyEndpoints::attribute)
            .toList(),
        vocabulary.events(call.workspace()).stream()
            .filter(word -> word.type().equals("event"))
            .limit(WORDS_MAX)
            .map(VocabularyEndpoints::event)
            .toList());
  }

  private static AttributeWordJson attribute(Vocabulary.AttributeWord word) {
    return new AttributeWordJson(
        word.name(), type(word.name(), word.samples()), word.samples(), word.people());
  }

  private static EventWordJson event(Vocabulary.EventWord word) {
    return new EventWordJson(
        word.name(),
        word.count(),
        word.lastAt() == 0 ? null : Instant.ofEpochMilli(word.lastAt()),
        word.properties().stream()
            .map(p -> new PropertyWordJson(p.name(), type(p.name(), p.samples()), p.samples()))
            .toList());
  }

  private static ValueType type(String name, List<Value> samples) {
    ValueType type = null;
    for (Value sample : samples) {
      ValueType one = type(name, sample);
      type = type == null || type == one ? one : ValueType.MIXED;
    }
    return type == null ? ValueType.MIXED : type;
  }

  private static ValueType type(String name, Value value) {
    return switch (value) {
      case Value.Text _ -> ValueType.STRING;
      case Value.Whole(long number) -> isTime(name, number) ? ValueType.TIME : ValueType.NUMBER;
      case Value.Decimal _ -> ValueType.NUMBER;
      case Value.Truth _ -> ValueType.BOOLEAN;
      case Value.Items _ -> ValueType.LIST;
      case Value.Fields _ -> ValueType.OBJECT;
      case Value.Nothing _ -> ValueType.MIXED;
    };
  }

  /// Unix seconds between 2001 and 2286, under a name that sounds like a time.
  private static boolean isTime(String name, long number) {
    return number >= 1_000_000_000L
        && number < 10_000_000_000L
        && (name.endsWith("_at") || name.endsWith("_date") || name.endsWith("time"));
  }
}
