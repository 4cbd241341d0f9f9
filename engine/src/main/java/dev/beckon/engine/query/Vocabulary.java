package dev.beckon.engine.query;

import dev.beckon.core.person.Attribute;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import dev.beckon.engine.codec.Past;
import dev.beckon.engine.codec.PersonCodec;
import dev.beckon.engine.codec.TimelineRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The attributes and events that occur, with samples; learned from the latest people and events.
public final class Vocabulary {
  /// How many people are looked at, over all partitions.
  static final int PEOPLE_MAX = 3_000;

  /// How many activities are looked at, over all partitions.
  static final int ACTIVITIES_MAX = 10_000;

  private final Queries queries;

  public Vocabulary(Queries queries) {
    this.queries = queries;
  }

  /// By how many of the people looked at have it, most first.
  public List<AttributeWord> attributes(int workspace) {
    Words words = new Words();
    PersonCodec codec = new PersonCodec();
    int share = Math.max(1, PEOPLE_MAX / queries.partitions());
    for (int p = 0; p < queries.partitions(); p++) {
      int[] looks = {0};
      queries.read(
          p,
          rows -> {
            rows.scanBack(
                Table.PERSON,
                Keys.workspace(workspace),
                Keys.workspace(workspace + 1),
                (key, row) -> {
                  learn(words, codec.decode(Keys.personIn(key), row));
                  return ++looks[0] < share;
                });
            return words;
          });
    }
    return words.mostFirst();
  }

  private static void learn(Words words, Person person) {
    for (Map.Entry<String, Attribute> attribute : person.profile().attributes().entrySet()) {
      if (!attribute.getValue().isRemoved()) {
        words.add(attribute.getKey(), attribute.getValue().value());
      }
    }
  }

  /// By how often it occurs among the activities looked at, most first.
  public List<EventWord> events(int workspace) {
    TreeMap<String, Seen> seen = new TreeMap<>();
    int share = Math.max(1, ACTIVITIES_MAX / queries.partitions());
    for (int p = 0; p < queries.partitions(); p++) {
      int partition = p;
      queries.read(
          p,
          rows -> {
            scan(rows, workspace, partition, share, seen);
            return seen;
          });
    }
    List<EventWord> words = new ArrayList<>();
    seen.values().forEach(one -> words.add(one.word()));
    words.sort(Comparator.comparingLong(EventWord::count).reversed());
    return words;
  }

  private static void scan(
      Rows rows, int workspace, int partition, int share, Map<String, Seen> seen) {
    int[] looks = {0};
    rows.scanBack(
        Table.TIMELINE,
        Keys.workspace(workspace),
        Keys.workspace(workspace + 1),
        (_, row) -> {
          for (TimelineRow.Line line : TimelineRow.read(row).lines()) {
            learn(seen, ActivityRows.at(rows, workspace, partition, line));
            looks[0]++;
          }
          return looks[0] < share;
        });
  }

  private static void learn(Map<String, Seen> seen, @Nullable ActivityView view) {
    if (view != null && Past.eventType(view.activity().type()) != null) {
      seen.computeIfAbsent(
              view.activity().type() + " " + view.activity().name(),
              _ -> new Seen(view.activity().type(), view.activity().name()))
          .add(view);
    }
  }

  /// Names with how often they occur and some of their values.
  private static final class Words {
    private static final int SAMPLES_MAX = 8;

    private final TreeMap<String, Integer> counts = new TreeMap<>();
    private final TreeMap<String, List<Value>> samples = new TreeMap<>();

    void add(String name, Value value) {
      counts.merge(name, 1, Integer::sum);
      List<Value> known = samples.computeIfAbsent(name, _ -> new ArrayList<>());
      if (known.size() < SAMPLES_MAX && !known.contains(value)) {
        known.add(value);
      }
    }

    List<AttributeWord> mostFirst() {
      List<AttributeWord> words = new ArrayList<>();
      counts.forEach(
          (name, count) ->
              words.add(new AttributeWord(name, count, samples.getOrDefault(name, List.of()))));
      words.sort(Comparator.comparingLong(AttributeWord::people).reversed());
      return words;
    }
  }

  /// What is known of one event.
  private static final class Seen {
    private static final int PROPERTIES_LOOKS_MAX = 50;

    private final String type;
    private final String name;
    private final Words properties = new Words();
    private long count;
    private long lastAt;

    Seen(String type, String name) {
      this.type = type;
      this.name = name;
    }

    void add(ActivityView view) {
      count++;
      lastAt = Math.max(lastAt, view.activity().timestamp());
      if (count <= PROPERTIES_LOOKS_MAX) {
        view.activity().data().fields().forEach(properties::add);
      }
    }

    EventWord word() {
      return new EventWord(type, name, count, lastAt, properties.mostFirst());
    }
  }

  /// @param people how many of the people looked at have it; for properties, how many events
  /// @param samples at most 8 different values
  public record AttributeWord(String name, long people, List<Value> samples) {
    public AttributeWord {
      samples = List.copyOf(samples);
    }
  }

  /// @param type `event`, `page` or `screen`
  /// @param count among the activities looked at
  /// @param lastAt epoch ms
  /// @param properties of its data, with samples
  public record EventWord(
      String type, String name, long count, long lastAt, List<AttributeWord> properties) {
    public EventWord {
      properties = List.copyOf(properties);
    }
  }
}
