package dev.beckon.engine.query;

import dev.beckon.core.machine.Fact;
import dev.beckon.engine.codec.Failures;
import dev.beckon.engine.codec.TimelineRow;
import java.util.HashSet;
import java.util.Set;

/// An [ActivityFilter] made ready: first by the little that the timeline tells, then for certain.
final class Sieve {
  private final ActivityFilter filter;
  private final Set<Integer> types = new HashSet<>();
  private final Set<Integer> names = new HashSet<>();

  Sieve(ActivityFilter filter) {
    this.filter = filter;
    filter.types().forEach(type -> types.add(TimelineRow.hash(type)));
    filter.names().forEach(name -> names.add(TimelineRow.hash(name)));
  }

  /// False only for what does not match; true also for a few others.
  boolean mayPass(TimelineRow.Line line) {
    return (!filter.failed() || line.hint().failed())
        && (filter.person() == null || filter.person().cioId() == line.cioId())
        && (types.isEmpty() || types.contains(line.hint().typeHash()))
        && (names.isEmpty() || names.contains(line.hint().nameHash()));
  }

  boolean passes(Fact.Activity activity) {
    return (filter.types().isEmpty() || filter.types().contains(activity.type()))
        && (filter.names().isEmpty() || filter.names().contains(activity.name()))
        && (!filter.failed() || Failures.isFailure(activity.type()));
  }
}
