package dev.beckon.core.catalog;

import dev.beckon.core.value.LongMap;
import dev.beckon.core.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Since which catalog version each leaf and segment has been what it is; kept beside the
/// definitions, so that a restart does not take everything for new.
///
/// @param leaves by leaf id
/// @param segments by segment id
/// @param shape the latest version that asked for everybody to be brought up to date: anything but
///     the content of messages was different then
public record Epochs(LongMap<Since> leaves, LongMap<Since> segments, Since shape) {
  public static final Epochs NONE = new Epochs(LongMap.empty(), LongMap.empty(), new Since(0, 0));

  /// @param version catalog version that introduced the current form
  /// @param form for a leaf how many times it keeps, otherwise a hash of what matters
  public record Since(long version, long form) {}

  public Value.Fields toValue() {
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
    fields.put("leaves", toValue(leaves));
    fields.put("segments", toValue(segments));
    fields.put("shape", toValue(shape));
    return new Value.Fields(fields);
  }

  /// Reads what [#toValue()] wrote.
  public static Epochs of(Value.Fields value) {
    return new Epochs(
        map(value.get("leaves")),
        map(value.get("segments")),
        since(value.get("shape"), new Since(0, 0)));
  }

  private static Value toValue(LongMap<Since> map) {
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
    for (int i = 0; i < map.size(); i++) {
      fields.put(Long.toString(map.keyAt(i)), toValue(map.valueAt(i)));
    }
    return new Value.Fields(fields);
  }

  private static Value toValue(Since since) {
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
    fields.put("version", Value.of(since.version()));
    fields.put("form", Value.of(since.form()));
    return new Value.Fields(fields);
  }

  private static LongMap<Since> map(@Nullable Value value) {
    LongMap<Since> map = LongMap.empty();
    if (value instanceof Value.Fields fields) {
      for (Map.Entry<String, Value> entry : fields.fields().entrySet()) {
        map = map.with(Long.parseLong(entry.getKey()), since(entry.getValue(), new Since(0, 0)));
      }
    }
    return map;
  }

  private static Since since(@Nullable Value value, Since ifAbsent) {
    return value instanceof Value.Fields fields
            && fields.get("version") instanceof Value.Whole(long version)
            && fields.get("form") instanceof Value.Whole(long form)
        ? new Since(version, form)
        : ifAbsent;
  }
}
