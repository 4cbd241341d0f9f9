package dev.beckon.core.segment;

import dev.beckon.core.event.EventType;
import java.util.List;
import java.util.stream.Collectors;

/// Says a condition in words, for traces.
public final class ConditionWords {
  private ConditionWords() {}

  public static String of(Condition condition) {
    return switch (condition) {
      case Condition.All all -> joined(all.parts(), " and ");
      case Condition.Any any -> joined(any.parts(), " or ");
      case Condition.Not not -> "not (" + of(not.part()) + ")";
      case Condition.AttributeIs is -> is.test().words();
      case Condition.TriggerIs is -> "event." + is.test().words();
      case Condition.Performed performed ->
          "performed "
              + of(performed.pattern())
              + (performed.atLeast() == 1 ? "" : " at least " + performed.atLeast() + " times")
              + window(performed.within(), performed.since());
      case Condition.NotPerformed notPerformed ->
          "has not performed "
              + of(notPerformed.pattern())
              + window(notPerformed.within(), notPerformed.since());
      case Condition.InSegment in -> "in segment " + in.name();
    };
  }

  public static String of(EventPattern pattern) {
    String name =
        pattern.type() == EventType.EVENT
            ? pattern.name()
            : pattern.type().word() + " " + pattern.name();
    return pattern.where().isEmpty()
        ? name
        : name
            + " where "
            + pattern.where().stream().map(FieldTest::words).collect(Collectors.joining(" and "));
  }

  private static String joined(List<Condition> parts, String word) {
    return parts.stream()
        .map(part -> part instanceof Condition.Any ? "(" + of(part) + ")" : of(part))
        .collect(Collectors.joining(word));
  }

  private static String window(long within, Condition.Since since) {
    return switch (since) {
      case ENTRY -> " since entering";
      case STEP -> " since arriving at this step";
      case EVER -> within == 0 ? "" : " within " + Durations.words(within);
    };
  }
}
