package dev.beckon.core.machine;

import dev.beckon.core.person.Change;
import dev.beckon.core.segment.Membership;
import dev.beckon.core.segment.Verdict;
import dev.beckon.core.value.LongMap;

/// What everybody does who goes, wherever they go: they leave their segments.
final class Departures {
  private final Deciding deciding;

  Departures(Deciding deciding) {
    this.deciding = deciding;
  }

  void leaveSegments() {
    LongMap<Membership> memberships = deciding.person().standing().memberships();
    for (int i = 0; i < memberships.size(); i++) {
      if (memberships.valueAt(i).member()) {
        int segment = (int) memberships.keyAt(i);
        deciding.change(
            new Change.MembershipMoved(
                segment, new Membership(false, deciding.now(), Verdict.NEVER)));
        deciding.fact(
            new Fact.Counted(Fact.Subject.SEGMENT, segment, "", "left", deciding.now(), 1));
      }
    }
  }
}
