package dev.beckon.core.machine;

import dev.beckon.core.event.Event;
import dev.beckon.core.person.Change;
import dev.beckon.core.segment.Leaf;
import dev.beckon.core.segment.LeafState;

/// Takes in what somebody did: the log, the memory of the leaves that ask for it, and the age.
final class Tracking {
  private final Deciding deciding;

  Tracking(Deciding deciding) {
    this.deciding = deciding;
  }

  void take(Input.Track input) {
    if (!deciding.person().exists()) {
      if (input.by() == null) {
        deciding.activity("failed_event", input.event().name(), input.at(), input.event().data());
        return;
      }
      new Identifying(deciding).create(input.by());
    }
    Event event = notLaterThan(input.at(), input.event());
    deciding.happened(event);
    deciding.activity(event.type().word(), event.name(), event.timestamp(), event.data());
    if (event.timestamp() < deciding.person().profile().knownSince()) {
      deciding.change(new Change.KnownSince(event.timestamp()));
      deciding.touched().or(deciding.catalog().segmentIndex().touchedByAge());
    }
    for (Leaf leaf : deciding.catalog().leavesNamed(event)) {
      remember(leaf, event);
    }
  }

  /// An event from the future is one of now: the sender's clock is wrong.
  private static Event notLaterThan(long at, Event event) {
    return event.timestamp() <= at
        ? event
        : new Event(event.type(), event.name(), event.data(), at, event.id());
  }

  private void remember(Leaf leaf, Event event) {
    if (!leaf.pattern().matches(event)) {
      return;
    }
    LeafState before = deciding.person().standing().leaves().get(leaf.id());
    LeafState after =
        (before == null ? LeafState.NONE : before).plus(event.timestamp(), leaf.keeps());
    deciding.change(new Change.LeafMoved(leaf.id(), after));
    deciding.touched().or(deciding.catalog().segmentIndex().touchedByLeaf(leaf.id()));
  }
}
