package dev.beckon.registry.bundle;

import dev.beckon.core.catalog.Suggestion;
import dev.beckon.core.value.Value;
import dev.beckon.registry.Rejection;
import dev.beckon.registry.syntax.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `workspace.yaml` says; null for what it leaves out, which stays as it is.
record SettingsDraft(
    @Nullable String name,
    @Nullable String timezone,
    @Nullable String from,
    @Nullable String replyTo,
    boolean hasReplyTo,
    String path,
    Yaml.Parsed yaml) {

  static @Nullable SettingsDraft read(String path, Yaml.Parsed yaml, List<Rejection.Fault> faults) {
    int before = faults.size();
    Map<String, String> texts = new LinkedHashMap<>();
    read(path, yaml, yaml.value(), "", List.of("name", "timezone", "sender"), texts, faults);
    return faults.size() > before
        ? null
        : new SettingsDraft(
            texts.get("/name"),
            texts.get("/timezone"),
            texts.get("/sender/from"),
            texts.get("/sender/reply_to"),
            texts.containsKey("/sender/from"),
            path,
            yaml);
  }

  private static void read(
      String path,
      Yaml.Parsed yaml,
      Value value,
      String pointer,
      List<String> keys,
      Map<String, String> texts,
      List<Rejection.Fault> faults) {
    if (!(value instanceof Value.Fields fields)) {
      faults.add(fault(path, yaml, pointer, "Expected keys and values, but got something else."));
      return;
    }
    fields
        .fields()
        .forEach(
            (key, part) -> {
              String place = pointer + "/" + key;
              if (!keys.contains(key)) {
                faults.add(fault(path, yaml, place, Suggestion.unknownKey(key, keys)));
              } else if (key.equals("sender")) {
                read(path, yaml, part, place, List.of("from", "reply_to"), texts, faults);
              } else if (part instanceof Value.Text(String text)) {
                texts.put(place, text);
              } else if (!(part instanceof Value.Nothing)) {
                faults.add(fault(path, yaml, place, "Expected a text. Put it in quotes."));
              }
            });
  }

  private static Rejection.Fault fault(
      String path, Yaml.Parsed yaml, String pointer, String detail) {
    Yaml.Place place = yaml.place(pointer);
    return new Rejection.Fault(path + ":" + place.line() + ":" + place.column(), detail);
  }

  /// A fault of the workspace's service, at its place in the file.
  Rejection.Fault fault(Rejection.Fault fault) {
    String pointer =
        fault.pointer().equals("/from") || fault.pointer().equals("/reply_to")
            ? "/sender" + fault.pointer()
            : fault.pointer();
    return fault(path, yaml, pointer, fault.detail());
  }
}
