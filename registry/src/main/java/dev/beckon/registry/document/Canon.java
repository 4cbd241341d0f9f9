package dev.beckon.registry.document;

import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The one form in which a document is stored, whichever way it came: keys in a fixed order,
/// nothing for what is null, unix line ends, no empty lines at the end of bodies.
public final class Canon {
  private static final List<String> ORDER =
      List.of(
          "settings",
          "segments",
          "campaigns",
          "id",
          "name",
          "description",
          "state",
          "timezone",
          "identity",
          "email_by_id",
          "auto_merge",
          "sender",
          "channel",
          "message",
          "subject",
          "preheader",
          "from",
          "reply_to",
          "layout",
          "html",
          "text",
          "event",
          "segment",
          "trigger",
          "filter",
          "frequency",
          "overlap",
          "once_per",
          "start_with",
          "attribute",
          "property",
          "performed",
          "not_performed",
          "page",
          "screen",
          "in_segment",
          "all",
          "any",
          "not",
          "enter_segment",
          "leave_segment",
          "where",
          "at_least",
          "since",
          "is",
          "is_not",
          "exists",
          "gt",
          "gte",
          "lt",
          "lte",
          "contains",
          "send",
          "delay",
          "wait_until",
          "branch",
          "exit",
          "at_most",
          "then",
          "otherwise",
          "when",
          "on_leaving_trigger",
          "on_goal",
          "at",
          "goal",
          "within",
          "after",
          "steps",
          "content");

  private static final Map<String, Integer> RANKS = ranks();

  private Canon() {}

  private static Map<String, Integer> ranks() {
    Map<String, Integer> ranks = new HashMap<>();
    ORDER.forEach(key -> ranks.put(key, ranks.size()));
    return ranks;
  }

  public static Value.Fields of(Value.Fields document) {
    return fields(document);
  }

  private static Value.Fields fields(Value.Fields fields) {
    List<Map.Entry<String, Value>> entries = new ArrayList<>(fields.fields().entrySet());
    entries.sort((a, b) -> Integer.compare(rank(a.getKey()), rank(b.getKey())));
    LinkedHashMap<String, Value> ordered = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : entries) {
      switch (entry.getValue()) {
        case Value.Nothing _ -> {}
        case Value.Text(String text) -> ordered.put(entry.getKey(), text(entry.getKey(), text));
        case Value.Fields part -> ordered.put(entry.getKey(), fields(part));
        case Value.Items part -> ordered.put(entry.getKey(), items(part));
        case Value.Truth part -> ordered.put(entry.getKey(), part);
        case Value.Whole part -> ordered.put(entry.getKey(), part);
        case Value.Decimal part -> ordered.put(entry.getKey(), part);
      }
    }
    return new Value.Fields(ordered);
  }

  private static Value items(Value.Items items) {
    return new Value.Items(
        items.items().stream()
            .map(
                item ->
                    switch (item) {
                      case Value.Fields part -> fields(part);
                      case Value.Items part -> items(part);
                      case Value.Nothing _,
                          Value.Truth _,
                          Value.Whole _,
                          Value.Decimal _,
                          Value.Text _ ->
                          item;
                    })
            .toList());
  }

  private static Value text(String key, String text) {
    String unix = text.replace("\r\n", "\n").replace('\r', '\n');
    return Value.of(key.equals("html") || key.equals("text") ? withoutEnd(unix) : unix);
  }

  private static String withoutEnd(String body) {
    int end = body.length();
    while (end > 0 && body.charAt(end - 1) == '\n') {
      end--;
    }
    return body.substring(0, end);
  }

  private static int rank(String key) {
    return RANKS.getOrDefault(key, ORDER.size());
  }
}
