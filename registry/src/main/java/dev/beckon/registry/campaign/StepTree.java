package dev.beckon.registry.campaign;

import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The steps of a campaign document in the order in which they are written, with their places.
final class StepTree {
  private final SequencedMap<String, Place> places = new LinkedHashMap<>();

  /// @param pointer where the step stands
  /// @param following ids of the steps that come after it, the nearest first: the rest of its
  ///     list, then the rest of the list around it, and so on
  record Place(String id, String pointer, Value.Fields step, List<String> following) {}

  StepTree(Value.Fields definition) {
    read(definition, "steps", "", List.of());
  }

  private void read(Value.Fields owner, String key, String pointer, List<String> outer) {
    if (!(owner.get(key) instanceof Value.Items list)) {
      return;
    }
    for (int i = 0; i < list.items().size(); i++) {
      if (list.items().get(i) instanceof Value.Fields step && id(step) != null) {
        List<String> following = new ArrayList<>();
        list.items().subList(i + 1, list.items().size()).forEach(next -> add(next, following));
        following.addAll(outer);
        String place = pointer + "/" + key + "/" + i;
        String id = id(step);
        if (id != null) {
          places.put(id, new Place(id, place, step, following));
        }
        read(step, "then", place, following);
        read(step, "otherwise", place, following);
      }
    }
  }

  private static void add(Value step, List<String> ids) {
    String id = step instanceof Value.Fields fields ? id(fields) : null;
    if (id != null) {
      ids.add(id);
    }
  }

  private static @Nullable String id(Value.Fields step) {
    return step.get("id") instanceof Value.Text(String id) ? id : null;
  }

  SequencedMap<String, Place> places() {
    return places;
  }

  /// Where people go on who stand on steps that are no longer there: the next step that was behind
  /// theirs and still is there, or the end (an empty id).
  ///
  /// @param retired what earlier versions had retired
  static SequencedMap<String, String> retired(
      Value.Fields before, Value.Fields after, SequencedMap<String, String> retired) {
    SequencedMap<String, Place> old = new StepTree(before).places();
    SequencedMap<String, Place> now = new StepTree(after).places();
    SequencedMap<String, String> next = new LinkedHashMap<>();
    retired.forEach(
        (id, target) -> {
          if (!now.containsKey(id)) {
            next.put(id, now.containsKey(target) ? target : goOn(old.get(target), now));
          }
        });
    old.forEach(
        (id, place) -> {
          if (!now.containsKey(id)) {
            next.put(id, goOn(place, now));
          }
        });
    return next;
  }

  private static String goOn(@Nullable Place place, SequencedMap<String, Place> now) {
    if (place == null) {
      return "";
    }
    return place.following().stream().filter(now::containsKey).findFirst().orElse("");
  }
}
