package dev.beckon.bench;

import static dev.beckon.bench.Docs.list;
import static dev.beckon.bench.Docs.object;

import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.List;

/// What the bench's workspace has published: 50 segments and 20 running campaigns, of the kinds
/// that a shop with a subscription would have.
final class Shop {
  static final int WORKSPACE = 1;
  static final String INSTANT = "instant";
  static final int EVENT_NAMES = 25;
  static final int CATEGORIES = 10;
  static final int ATTRIBUTES = 30;
  static final int ATTRIBUTE_VALUES = 20;

  private static final int BY_ATTRIBUTE = 20;
  private static final int BY_EVENT = 20;
  private static final int MIXED = 10;
  private static final int EVENT_CAMPAIGNS = 12;
  private static final int SEGMENT_CAMPAIGNS = 7;

  static Value.Fields definitions() {
    return object(
        "settings",
        object("name", "Shop", "timezone", "Europe/Berlin"),
        "segments",
        list(segments()),
        "campaigns",
        list(campaigns()));
  }

  static String event(int number) {
    return "event_" + number;
  }

  static String attribute(int number) {
    return "attribute_" + number;
  }

  private static List<Value> segments() {
    List<Value> segments = new ArrayList<>();
    for (int i = 0; i < BY_ATTRIBUTE; i++) {
      segments.add(segment(i, byAttribute(i)));
    }
    for (int i = 0; i < BY_EVENT; i++) {
      segments.add(segment(BY_ATTRIBUTE + i, byEvent(i)));
    }
    for (int i = 0; i < MIXED; i++) {
      Value both = list(List.of(byAttribute(i + 7), byEvent(i + 11), inSegment(i)));
      segments.add(segment(BY_ATTRIBUTE + BY_EVENT + i, object("all", both)));
    }
    return segments;
  }

  private static Value segment(int number, Value when) {
    return object("id", number + 1, "name", segmentName(number), "when", when);
  }

  private static String segmentName(int number) {
    return "Segment " + number;
  }

  private static Value inSegment(int number) {
    return object("in_segment", segmentName(number));
  }

  private static Value byAttribute(int i) {
    Value one = object("attribute", attribute(i % ATTRIBUTES), "gt", ATTRIBUTE_VALUES / 2);
    Value other = object("attribute", attribute((i + 13) % ATTRIBUTES), "exists", true);
    return i % 2 == 0 ? one : object("all", list(List.of(one, other)));
  }

  private static Value byEvent(int i) {
    String name = event(i % EVENT_NAMES);
    return switch (i % 4) {
      case 0 -> object("performed", name, "at_least", 3, "within", "7d");
      case 1 -> object("not_performed", name, "within", "14d");
      case 2 -> object("performed", name, "where", whereCategory(i), "within", "30d");
      default -> object("performed", name, "at_least", 5);
    };
  }

  private static Value whereCategory(int i) {
    return list(List.of(object("property", "category", "is", "category " + i % CATEGORIES)));
  }

  private static List<Value> campaigns() {
    List<Value> campaigns = new ArrayList<>();
    for (int i = 0; i < EVENT_CAMPAIGNS; i++) {
      Value trigger = object("event", event(i), "where", whereCategory(i + 3));
      campaigns.add(campaign(i, trigger, object("once_per", "1h")));
    }
    for (int i = 0; i < SEGMENT_CAMPAIGNS; i++) {
      Value trigger =
          object("segment", segmentName(BY_ATTRIBUTE + 4 * i / 2), "start_with", "new_only");
      campaigns.add(campaign(EVENT_CAMPAIGNS + i, trigger, Value.of("once")));
    }
    campaigns.add(instant());
    return campaigns;
  }

  /// One message for every [#INSTANT] event, at once.
  private static Value instant() {
    return object(
        "id",
        EVENT_CAMPAIGNS + SEGMENT_CAMPAIGNS + 1,
        "name",
        "Instant",
        "state",
        "running",
        "trigger",
        object("event", INSTANT),
        "frequency",
        "every_time",
        "steps",
        list(List.of(send("instant"))));
  }

  private static Value campaign(int i, Value trigger, Value frequency) {
    Value bought = object("performed", event((i + 1) % EVENT_NAMES), "since", "entry");
    return object(
        "id",
        i + 1,
        "name",
        "Campaign " + i,
        "state",
        "running",
        "trigger",
        trigger,
        "frequency",
        frequency,
        "filter",
        object("attribute", attribute(i), "exists", true),
        "exit",
        object("when", object("performed", event(24), "since", "entry")),
        "goal",
        object("performed", event((i + 2) % EVENT_NAMES), "within", "14d", "after", "sent"),
        "steps",
        list(
            List.of(
                send("first"),
                object("id", "pause", "delay", "2d"),
                object("id", "tried", "branch", bought, "then", list(List.of(send("more")))),
                object("id", "wait", "wait_until", bought, "at_most", "3d"),
                send("last"))));
  }

  private static Value send(String id) {
    return object(
        "id",
        id,
        "send",
        object("channel", "email", "message", "Message " + id),
        "content",
        "content-" + id);
  }

  private Shop() {}
}
