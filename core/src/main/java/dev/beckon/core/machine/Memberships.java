package dev.beckon.core.machine;

import dev.beckon.core.person.Change;
import dev.beckon.core.segment.Evaluation;
import dev.beckon.core.segment.Membership;
import dev.beckon.core.segment.Segment;
import dev.beckon.core.segment.Verdict;
import dev.beckon.core.value.LongMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings memberships up to date: evaluates what was touched or has come of age, each segment after
/// those that it refers to.
final class Memberships {
  private final Deciding deciding;
  private final List<Segment> entered = new ArrayList<>();
  private final List<Segment> left = new ArrayList<>();

  Memberships(Deciding deciding) {
    this.deciding = deciding;
  }

  List<Segment> entered() {
    return entered;
  }

  List<Segment> left() {
    return left;
  }

  void settle() {
    BitSet touched = deciding.touched();
    List<Segment> segments = deciding.catalog().segments();
    touchDue(touched, segments);
    for (int place = touched.nextSetBit(0); place >= 0; place = touched.nextSetBit(place + 1)) {
      Segment segment = segments.get(place);
      if (evaluate(segment)) {
        touched.or(deciding.catalog().segmentIndex().touchedBySegment(segment.id()));
      }
    }
    touched.clear();
  }

  private void touchDue(BitSet touched, List<Segment> segments) {
    if (deciding.person().timerAt() > deciding.now()) {
      return;
    }
    LongMap<Membership> memberships = deciding.person().standing().memberships();
    for (int place = 0; place < segments.size(); place++) {
      Membership membership = memberships.get(segments.get(place).id());
      if (membership != null && membership.changesAt() <= deciding.now()) {
        touched.set(place);
      }
    }
  }

  /// @return whether the person entered or left
  private boolean evaluate(Segment segment) {
    Verdict verdict =
        Evaluation.of(segment.when(), new Seen(deciding.person(), deciding.now(), null));
    Membership before = deciding.person().standing().memberships().get(segment.id());
    boolean was = before != null && before.member();
    if (was == verdict.truth()) {
      note(segment, before, verdict);
      return false;
    }
    deciding.change(
        new Change.MembershipMoved(
            segment.id(), new Membership(verdict.truth(), deciding.now(), verdict.changesAt())));
    (verdict.truth() ? entered : left).add(segment);
    deciding.fact(
        new Fact.Counted(
            Fact.Subject.SEGMENT,
            segment.id(),
            "",
            verdict.truth() ? "entered" : "left",
            deciding.now(),
            1));
    return true;
  }

  /// The truth is the same, but it may change at another time.
  private void note(Segment segment, @Nullable Membership before, Verdict verdict) {
    long changedAt = before == null ? Verdict.NEVER : before.changesAt();
    if (changedAt != verdict.changesAt()) {
      long since = before == null ? deciding.now() : before.since();
      deciding.change(
          new Change.MembershipMoved(
              segment.id(), new Membership(verdict.truth(), since, verdict.changesAt())));
    }
  }
}
