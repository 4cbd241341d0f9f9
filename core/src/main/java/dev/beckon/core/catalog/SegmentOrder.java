package dev.beckon.core.catalog;

import dev.beckon.core.segment.Condition;
import dev.beckon.core.segment.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The order in which segments are evaluated: each one after those that it refers to.
public final class SegmentOrder {
  private final Map<Integer, Segment> byId;
  private final List<Segment> ordered = new ArrayList<>();
  private final Set<Integer> done = new LinkedHashSet<>();
  private final LinkedHashMap<Integer, Segment> path = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private SegmentOrder(Map<Integer, Segment> byId) {
    this.byId = byId;
  }

  /// @throws DefinitionException where segments refer to each other in a circle
  public static List<Segment> of(List<Segment> segments) throws DefinitionException {
    Map<Integer, Segment> byId = new TreeMap<>();
    segments.forEach(segment -> byId.put(segment.id(), segment));
    SegmentOrder order = new SegmentOrder(byId);
    byId.values().forEach(order::visit);
    if (!order.problems.isEmpty()) {
      throw new DefinitionException(order.problems);
    }
    return List.copyOf(order.ordered);
  }

  private void visit(Segment segment) {
    if (done.contains(segment.id())) {
      return;
    }
    if (path.putIfAbsent(segment.id(), segment) != null) {
      circle(segment);
      return;
    }
    for (int id : references(segment.when())) {
      Segment next = byId.get(id);
      if (next != null) {
        visit(next);
      }
    }
    path.remove(segment.id());
    if (done.add(segment.id())) {
      ordered.add(segment);
    }
  }

  private void circle(Segment segment) {
    List<String> names = new ArrayList<>();
    boolean inside = false;
    for (Segment step : path.values()) {
      inside |= step.id() == segment.id();
      if (inside) {
        names.add(step.name());
      }
    }
    names.add(segment.name());
    problems.add(
        new Problem(
            "/when",
            "Expected segments that do not refer to each other in a circle, but got "
                + String.join(" → ", names)
                + "."));
  }

  /// The segments that a condition refers to, in the order of their mention.
  public static Set<Integer> references(Condition condition) {
    Set<Integer> ids = new LinkedHashSet<>();
    collect(condition, ids);
    return ids;
  }

  private static void collect(Condition condition, Set<Integer> ids) {
    switch (condition) {
      case Condition.All all -> all.parts().forEach(part -> collect(part, ids));
      case Condition.Any any -> any.parts().forEach(part -> collect(part, ids));
      case Condition.Not not -> collect(not.part(), ids);
      case Condition.InSegment in -> ids.add(in.segment());
      case Condition.AttributeIs _,
          Condition.TriggerIs _,
          Condition.Performed _,
          Condition.NotPerformed _ -> {}
    }
  }
}
