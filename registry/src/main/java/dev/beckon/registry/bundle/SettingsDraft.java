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
    @Nullable Boolean emailById,
    @Nullable Boolean autoMerge,
    String path,
    Yaml.Parsed yaml) {

  private static final List<String> IDENTITY = List.of("email_by_id", "auto_merge");

  static @Nullable SettingsDraft read(String path, Yaml.Parsed yaml, List<Rejection.Fault> faults) {
    int before = faults.size();
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, Boolean> truths = new LinkedHashMap<>();
    Reading reading = new Reading(path, yaml, texts, truths, faults);
    reading.read(yaml.value(), "", List.of("name", "timezone", "sender", "identity"));
    return faults.size() > before
        ? null
        : new SettingsDraft(
            texts.get("/name"),
            texts.get("/timezone"),
            texts.get("/sender/from"),
            texts.get("/sender/reply_to"),
            texts.containsKey("/sender/from"),
            truths.get("/identity/email_by_id"),
            truths.get("/identity/auto_merge"),
            path,
            yaml);
  }

  /// What has been found so far, by its place.
  private record Reading(
      String path,
      Yaml.Parsed yaml,
      Map<String, String> texts,
      Map<String, Boolean> truths,
      List<Rejection.Fault> faults) {

    void read(Value value, String pointer, List<String> keys) {
      if (!(value instanceof Value.Fields fields)) {
        fault(pointer, "Expected keys and values, but got something else.");
        return;
      }
      fields.fields().forEach((key, part) -> read(key, part, pointer + "/" + key, keys));
    }

    private void read(String key, Value part, String place, List<String> keys) {
      if (!keys.contains(key)) {
        fault(place, Suggestion.unknownKey(key, keys));
        return;
      }
      switch (key) {
        case "sender" -> read(part, place, List.of("from", "reply_to"));
        case "identity" -> read(part, place, IDENTITY);
        default -> {
          boolean isTruth = IDENTITY.contains(key);
          if (isTruth && part instanceof Value.Truth(boolean truth)) {
            truths.put(place, truth);
          } else if (!isTruth && part instanceof Value.Text(String text)) {
            texts.put(place, text);
          } else if (!(part instanceof Value.Nothing)) {
            fault(
                place, isTruth ? "Expected true or false." : "Expected a text. Put it in quotes.");
          }
        }
      }
    }

    private void fault(String pointer, String detail) {
      faults.add(SettingsDraft.fault(path, yaml, pointer, detail));
    }
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
