package dev.beckon.api.app;

import dev.beckon.core.person.Attribute;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A person with everything that is known of them; values are text whatever was stored.
///
/// @param attributes with the person's names among them
/// @param timestamps when each was set (Unix seconds)
/// @param devices always empty: the field is there for clients that read it
record AppPerson(
    @Nullable String id,
    AppNames identifiers,
    Map<String, String> attributes,
    Map<String, Long> timestamps,
    boolean unsubscribed,
    List<Value> devices) {

  static AppPerson of(Person person) {
    AppNames names = AppNames.of(person);
    SequencedMap<String, String> attributes = new LinkedHashMap<>();
    SequencedMap<String, Long> timestamps = new LinkedHashMap<>();
    put(attributes, "id", names.id());
    put(attributes, "email", names.email());
    put(attributes, "cio_id", names.cioId());
    timestamps.put("cio_id", AppTime.seconds(person.profile().createdAt()));
    for (Map.Entry<String, Attribute> entry : person.profile().attributes().entrySet()) {
      Attribute attribute = entry.getValue();
      if (!attribute.isRemoved()) {
        attributes.put(entry.getKey(), attribute.value().asText());
        timestamps.put(entry.getKey(), AppTime.seconds(attribute.setAt()));
      }
    }
    boolean unsubscribed = isTrue(attributes.getOrDefault("unsubscribed", ""));
    return new AppPerson(names.id(), names, attributes, timestamps, unsubscribed, List.of());
  }

  private static void put(Map<String, String> attributes, String name, @Nullable String value) {
    if (value != null) {
      attributes.put(name, value);
    }
  }

  /// As sending decides it (spec: data-in.md, 1.3).
  private static boolean isTrue(String text) {
    return text.equalsIgnoreCase("true") || text.equals("1");
  }
}
