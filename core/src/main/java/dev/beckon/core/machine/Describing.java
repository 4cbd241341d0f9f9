package dev.beckon.core.machine;

import dev.beckon.core.catalog.Limits;
import dev.beckon.core.person.Attribute;
import dev.beckon.core.person.Change;
import dev.beckon.core.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Takes in what is said of somebody: attributes, each with the logical time at which it was set;
/// the later one stays (spec: data-in.md, 5.3, 5.6, 5.7).
final class Describing {
  private static final String ANONYMOUS_ID = "anonymous_id";
  private static final int UTF8_BYTES_PER_CHAR_MAX = 3;

  private final Deciding deciding;
  private final LinkedHashMap<String, Value> changed = new LinkedHashMap<>();
  private final LinkedHashMap<String, Value> skipped = new LinkedHashMap<>();

  Describing(Deciding deciding) {
    this.deciding = deciding;
  }

  void take(Input.Identify input) {
    long setAt = input.setAt() == null ? input.at() : Math.min(input.setAt(), input.at());
    for (Map.Entry<String, Value> entry : input.attributes().entrySet()) {
      take(entry.getKey(), entry.getValue(), setAt);
    }
    report("attribute_change", changed, setAt);
    report("skipped_update", skipped, setAt);
  }

  private void report(String type, SequencedMap<String, Value> what, long setAt) {
    if (!what.isEmpty()) {
      deciding.activity(type, String.join(", ", what.keySet()), setAt, new Value.Fields(what));
    }
  }

  private void take(String name, Value value, long setAt) {
    String reserved = ReservedNames.refusal(name);
    if (reserved != null) {
      deciding.refused(name, "", reserved);
    } else if (isLongerThan(name, Limits.ATTRIBUTE_NAME_BYTES_MAX)) {
      deciding.refused(
          name, "", "Expected a name of at most " + Limits.ATTRIBUTE_NAME_BYTES_MAX + " bytes.");
    } else if (Preferences.isPatch(name)) {
      Value patched = Preferences.patched(before(Preferences.NAME), name, value);
      set(Preferences.NAME, patched, setAt, name, value);
    } else {
      set(name, value, setAt, name, value);
    }
  }

  private Value before(String name) {
    Attribute before = deciding.person().profile().attributes().get(name);
    return before == null ? Value.nothing() : before.value();
  }

  /// @param said the name that the caller wrote
  /// @param given what the caller said of it
  private void set(String name, Value value, long setAt, String said, Value given) {
    String refusal = refusal(name, value);
    if (refusal != null) {
      deciding.refused(said, "", refusal);
      return;
    }
    Attribute before = deciding.person().profile().attributes().get(name);
    if (before != null && before.setAt() > setAt) {
      skipped.put(said, reason("A later update has set it already.", given));
      return;
    }
    Value after = value.isBlank() ? Value.nothing() : value;
    Value from = before == null ? Value.nothing() : before.value();
    if (before == null && after instanceof Value.Nothing) {
      return;
    }
    deciding.change(new Change.AttributeSet(name, new Attribute(after, setAt)));
    if (!from.equals(after)) {
      associate(name, after);
      changed.merge(name, difference(from, after), Describing::fromTheFirst);
      deciding.touchAttribute(name);
    }
  }

  /// Whoever says under which name they were here before, gets what was done under it.
  private void associate(String name, Value value) {
    if (name.equals(ANONYMOUS_ID) && !value.isBlank()) {
      deciding.effect(new Effect.Associate(value.asText()));
      deciding.activity("anon_merge", "", deciding.now(), Value.Fields.EMPTY.with(name, value));
    }
  }

  /// Several patches of one call make one difference.
  private static Value fromTheFirst(Value first, Value last) {
    return first instanceof Value.Fields before && last instanceof Value.Fields after
        ? difference(
            before.fields().getOrDefault("from", Value.nothing()),
            after.fields().getOrDefault("to", Value.nothing()))
        : last;
  }

  private @Nullable String refusal(String name, Value value) {
    int bytesMax =
        name.equals(Preferences.NAME)
            ? Limits.PREFERENCES_BYTES_MAX
            : Limits.ATTRIBUTE_VALUE_BYTES_MAX;
    if (value instanceof Value.Text(String text)
        ? isLongerThan(text, bytesMax)
        : isNested(value) && isLongerThan(value.asText(), bytesMax)) {
      return "Expected a value of at most " + bytesMax + " bytes.";
    }
    Map<String, Attribute> known = deciding.person().profile().attributes();
    if (known.size() >= Limits.ATTRIBUTES_PER_PERSON_MAX && !known.containsKey(name)) {
      return "Expected at most " + Limits.ATTRIBUTES_PER_PERSON_MAX + " attributes per person.";
    }
    return null;
  }

  private static boolean isNested(Value value) {
    return value instanceof Value.Items || value instanceof Value.Fields;
  }

  private static boolean isLongerThan(String text, int bytesMax) {
    return text.length() > bytesMax / UTF8_BYTES_PER_CHAR_MAX
        && text.getBytes(StandardCharsets.UTF_8).length > bytesMax;
  }

  private static Value difference(Value from, Value to) {
    LinkedHashMap<String, Value> difference = new LinkedHashMap<>();
    difference.put("from", from);
    difference.put("to", to);
    return new Value.Fields(difference);
  }

  private static Value reason(String reason, Value value) {
    LinkedHashMap<String, Value> why = new LinkedHashMap<>();
    why.put("reason", Value.of(reason));
    why.put("value", value);
    return new Value.Fields(why);
  }
}
