package dev.beckon.simulator;

import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What has been published, with what authors leave to the product filled in: ids, states, and the
/// version in which a campaign was started.
final class Definitions {
  private static final Value.Fields SETTINGS =
      Value.Fields.EMPTY.with("name", Value.of("Acme")).with("timezone", Value.of("UTC"));

  private final Map<String, Integer> segments = new LinkedHashMap<>();
  private final Map<String, Integer> campaigns = new LinkedHashMap<>();
  private final Map<String, Long> started = new LinkedHashMap<>();
  private long version;

  /// The next version.
  Value.Fields next(Value.Fields text) {
    version++;
    return Value.Fields.EMPTY
        .with("settings", text.get("settings") instanceof Value.Fields known ? known : SETTINGS)
        .with("segments", filled(text, "segments", segments))
        .with("campaigns", started(filled(text, "campaigns", campaigns)));
  }

  long version() {
    return version;
  }

  int segment(String name) {
    return idOf(name, segments, "segment");
  }

  int campaign(String name) {
    return idOf(name, campaigns, "campaign");
  }

  private static int idOf(String name, Map<String, Integer> ids, String what) {
    Integer id = ids.get(name);
    if (id == null) {
      throw new IllegalArgumentException(
          "Expected a published " + what + ", but there is no \"" + name + "\" in " + ids.keySet());
    }
    return id;
  }

  private static Value.Items filled(Value.Fields text, String key, Map<String, Integer> ids) {
    List<Value> filled = new ArrayList<>();
    if (text.get(key) instanceof Value.Items items) {
      for (Value item : items.items()) {
        if (item instanceof Value.Fields document) {
          int id = ids.computeIfAbsent(nameOf(document), _ -> ids.size() + 1);
          filled.add(document.with("id", Value.of(id)));
        }
      }
    }
    return new Value.Items(filled);
  }

  private Value.Items started(Value.Items documents) {
    List<Value> filled = new ArrayList<>();
    for (Value item : documents.items()) {
      Value.Fields document = (Value.Fields) item;
      Value state = document.get("state");
      boolean running = state == null || state.asText().equals("running");
      Value.Fields stated = state == null ? document.with("state", Value.of("running")) : document;
      String name = nameOf(document);
      if (running) {
        started.putIfAbsent(name, version);
      } else {
        started.remove(name);
      }
      filled.add(stated.with("started_epoch", Value.of(started.getOrDefault(name, 0L))));
    }
    return new Value.Items(filled);
  }

  private static String nameOf(Value.Fields document) {
    Value name = document.get("name");
    return name == null ? "" : name.asText();
  }
}
