package dev.beckon.core.catalog;

import dev.beckon.core.campaign.Step;
import dev.beckon.core.delivery.Channel;
import dev.beckon.core.segment.Condition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads nested lists of steps into a graph: after a nested list the way goes on behind the step
/// that holds it.
final class StepsReader {
  private static final int ID_CHARS_MAX = 40;
  private static final Set<String> KINDS =
      new LinkedHashSet<>(List.of("send", "delay", "wait_until", "branch", "exit"));

  private final Names names;
  private final Map<String, Step> steps;

  StepsReader(Names names, Map<String, Step> steps) {
    this.names = names;
    this.steps = steps;
  }

  /// @return id of the first step, empty where there is none
  String read(Part part, String key) {
    return read(part, key, "", 1);
  }

  private String read(Part owner, String key, String after, int depth) {
    List<Part> parts = owner.objects(key);
    if (depth > Limits.CONDITION_DEPTH_MAX) {
      owner.wrong(key, "Expected steps nested at most " + Limits.CONDITION_DEPTH_MAX + " deep.");
      return after;
    }
    List<String> ids = parts.stream().map(this::reserve).toList();
    for (int i = 0; i < parts.size(); i++) {
      String next = i + 1 < parts.size() ? ids.get(i + 1) : after;
      Step step = step(parts.get(i), ids.get(i), next, depth);
      steps.put(step.id(), step);
    }
    return ids.isEmpty() ? after : ids.getFirst();
  }

  private String reserve(Part part) {
    String id = part.text("id", ID_CHARS_MAX);
    if (!id.isEmpty() && !id.chars().allMatch(StepsReader::mayBeInId)) {
      part.wrong("id", "Expected letters a–z, digits, - and _, but got \"" + id + "\".");
    }
    if (!id.isEmpty() && steps.containsKey(id)) {
      part.wrong("id", "Expected each step id once, but \"" + id + "\" is there twice.");
    }
    if (steps.size() >= Limits.STEPS_PER_CAMPAIGN_MAX) {
      part.wrong("id", "Expected at most " + Limits.STEPS_PER_CAMPAIGN_MAX + " steps.");
    }
    steps.put(id, new Step.Exit(id));
    return id;
  }

  private static boolean mayBeInId(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  }

  private Step step(Part part, String id, String next, int depth) {
    String kind = part.oneOf(KINDS, "a step");
    if (kind == null) {
      return new Step.Exit(id);
    }
    return switch (kind) {
      case "send" -> send(part, id, next);
      case "delay" -> {
        part.only(keys("id", "delay"));
        long duration = part.duration("delay", Limits.DURATION_MS_MAX);
        if (part.optionalText("delay") == null) {
          part.wrong("delay", "Expected a duration such as 2d.");
        }
        yield new Step.Delay(id, duration, next);
      }
      case "wait_until" -> waitUntil(part, id, next, depth);
      case "branch" -> branch(part, id, next, depth);
      default -> {
        part.only(keys("id", "exit"));
        part.truth("exit", true);
        yield new Step.Exit(id);
      }
    };
  }

  private static Step send(Part part, String id, String next) {
    part.only(keys("id", "send", "content"));
    Part send = part.object("send");
    send.only(keys("channel", "message"));
    send.word("channel", List.of("email"));
    String message = send.text("message", Limits.NAME_CHARS_MAX);
    String content = part.optionalText("content");
    return new Step.Send(id, Channel.EMAIL, message, content == null ? "" : content, next);
  }

  private Step waitUntil(Part part, String id, String next, int depth) {
    part.only(keys("id", "wait_until", "at_most", "then", "otherwise"));
    Condition until = new ConditionReader(names, true).read(part.object("wait_until"));
    long atMost = part.duration("at_most", Limits.DURATION_MS_MAX);
    if (atMost == 0 && part.has("otherwise")) {
      part.wrong(
          "otherwise", "Expected \"at_most\" beside it; without it the wait never times out.");
    }
    String then = read(part, "then", next, depth + 1);
    String otherwise = read(part, "otherwise", next, depth + 1);
    return new Step.WaitUntil(id, until, atMost, then, otherwise);
  }

  private Step branch(Part part, String id, String next, int depth) {
    part.only(keys("id", "branch", "then", "otherwise"));
    Condition when = new ConditionReader(names, true).read(part.object("branch"));
    String then = read(part, "then", next, depth + 1);
    String otherwise = read(part, "otherwise", next, depth + 1);
    return new Step.Branch(id, when, then, otherwise);
  }

  private static Set<String> keys(String... keys) {
    return new LinkedHashSet<>(List.of(keys));
  }
}
