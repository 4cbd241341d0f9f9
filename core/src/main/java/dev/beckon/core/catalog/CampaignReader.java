package dev.beckon.core.catalog;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.campaign.ExitRule;
import dev.beckon.core.campaign.Frequency;
import dev.beckon.core.campaign.Goal;
import dev.beckon.core.campaign.Step;
import dev.beckon.core.campaign.Trigger;
import dev.beckon.core.segment.Condition;
import dev.beckon.core.value.Maps;
import dev.beckon.core.value.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a campaign document; see docs/definitions.md.
final class CampaignReader {
  private static final long DEFAULT_GOAL_WINDOW_MS = 30L * 86_400_000;
  private static final Set<String> KEYS =
      new LinkedHashSet<>(
          List.of(
              "id",
              "name",
              "description",
              "state",
              "trigger",
              "filter",
              "frequency",
              "overlap",
              "exit",
              "goal",
              "steps",
              "started_epoch",
              "retired"));

  private final Part part;
  private final Names names;

  CampaignReader(Part part, Names names) {
    this.part = part;
    this.names = names;
  }

  Campaign read() {
    part.only(KEYS);
    String name = part.text("name", Limits.NAME_CHARS_MAX);
    part.optionalText("description");
    int id = (int) part.whole("id", 0, 0, Integer.MAX_VALUE);
    Trigger trigger = trigger();
    return new Campaign(
        id,
        name,
        state(),
        part.whole("started_epoch", 0, 0, Long.MAX_VALUE),
        new Campaign.Entrance(trigger, filter(), frequency(trigger)),
        exit(trigger),
        goal(),
        route());
  }

  private Campaign.State state() {
    return switch (part.word("state", List.of("draft", "running", "stopped", "halted"))) {
      case "running" -> Campaign.State.RUNNING;
      case "stopped" -> Campaign.State.STOPPED;
      case "halted" -> Campaign.State.HALTED;
      default -> Campaign.State.DRAFT;
    };
  }

  private Trigger trigger() {
    Part trigger = part.object("trigger");
    String kind = trigger.oneOf(new LinkedHashSet<>(List.of("event", "segment")), "a trigger");
    if ("segment".equals(kind)) {
      trigger.only(new LinkedHashSet<>(List.of("segment", "start_with")));
      String name = trigger.text("segment", Limits.NAME_CHARS_MAX);
      String with = trigger.word("start_with", List.of("current_and_new", "new_only"));
      return new Trigger.BySegment(
          ConditionReader.segment(trigger, "segment", name, names), with.equals("current_and_new"));
    }
    trigger.only(new LinkedHashSet<>(List.of("event", "where")));
    return new Trigger.ByEvent(ConditionReader.pattern(trigger, kind == null ? "" : "event"));
  }

  private @Nullable Condition filter() {
    return part.has("filter") ? new ConditionReader(names, true).read(part.object("filter")) : null;
  }

  private Frequency frequency(Trigger trigger) {
    boolean overlap = part.truth("overlap", trigger instanceof Trigger.ByEvent);
    if (part.get("frequency") instanceof Value.Fields) {
      Part period = part.object("frequency");
      period.only(Set.of("once_per"));
      return new Frequency(period.duration("once_per", Limits.DURATION_MS_MAX), overlap);
    }
    return switch (part.word("frequency", List.of("once", "every_time"))) {
      case "every_time" -> new Frequency(0, overlap);
      default -> new Frequency(Frequency.ONCE_EVER, overlap);
    };
  }

  private ExitRule exit(Trigger trigger) {
    Part exit = part.object("exit");
    exit.only(new LinkedHashSet<>(List.of("when", "on_leaving_trigger", "on_goal", "at")));
    Condition when =
        exit.has("when") ? new ConditionReader(names, true).read(exit.object("when")) : null;
    boolean bySegment = trigger instanceof Trigger.BySegment;
    return new ExitRule(
        when,
        exit.truth("on_leaving_trigger", bySegment),
        exit.truth("on_goal", false),
        exit.word("at", List.of("once", "next_action")).equals("once"));
  }

  private @Nullable Goal goal() {
    if (!part.has("goal")) {
      return null;
    }
    Part goal = part.object("goal");
    goal.only(
        new LinkedHashSet<>(
            List.of("performed", "where", "enter_segment", "leave_segment", "within", "after")));
    long within = goal.duration("within", Limits.GOAL_WINDOW_MS_MAX);
    Goal.Anchor anchor =
        switch (goal.word("after", List.of("sent", "opened", "clicked"))) {
          case "opened" -> Goal.Anchor.OPENED;
          case "clicked" -> Goal.Anchor.CLICKED;
          default -> Goal.Anchor.SENT;
        };
    return new Goal(aim(goal), within == 0 ? DEFAULT_GOAL_WINDOW_MS : within, anchor);
  }

  private Goal.Aim aim(Part goal) {
    String kind =
        goal.oneOf(
            new LinkedHashSet<>(List.of("performed", "enter_segment", "leave_segment")), "a goal");
    if (kind == null || kind.equals("performed")) {
      return new Goal.Aim.Performs(ConditionReader.pattern(goal, "performed"));
    }
    int segment =
        ConditionReader.segment(goal, kind, goal.text(kind, Limits.NAME_CHARS_MAX), names);
    return kind.equals("enter_segment")
        ? new Goal.Aim.Enters(segment)
        : new Goal.Aim.Leaves(segment);
  }

  private Campaign.Route route() {
    LinkedHashMap<String, Step> steps = new LinkedHashMap<>();
    String first = new StepsReader(names, steps).read(part, "steps");
    LinkedHashMap<String, String> retired = new LinkedHashMap<>();
    if (part.has("retired")) {
      part.object("retired").entries().forEach((step, next) -> retired.put(step, next.asText()));
    }
    return new Campaign.Route(first, Maps.copy(steps), Maps.copy(retired));
  }
}
