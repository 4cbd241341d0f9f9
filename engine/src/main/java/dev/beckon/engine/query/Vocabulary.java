package dev.beckon.engine.query;

import dev.beckon.core.value.Value;
import dev.beckon.engine.codec.Ahead;
import java.util.List;

/// The attributes and events that occur, with samples; learned from the latest people and events.
public final class Vocabulary {

  public Vocabulary(Queries queries) {}

  /// By how many of the people looked at have it, most first.
  public List<AttributeWord> attributes(int workspace) {
    @SuppressWarnings("unchecked")
    List<AttributeWord> later = (List<AttributeWord>) Ahead.ofTime(List.class);
    return later;
  }

  /// By how often it occurs among the activities looked at, most first.
  public List<EventWord> events(int workspace) {
    @SuppressWarnings("unchecked")
    List<EventWord> later = (List<EventWord>) Ahead.ofTime(List.class);
    return later;
  }

  /// @param people how many of the people looked at have it
  /// @param samples at most 8 different values
  public record AttributeWord(String name, long people, List<Value> samples) {}

  /// @param type `event`, `page` or `screen`
  /// @param count among the activities looked at
  /// @param lastAt epoch ms
  /// @param properties of its data, with samples
  public record EventWord(
      String type, String name, long count, long lastAt, List<AttributeWord> properties) {}
}
