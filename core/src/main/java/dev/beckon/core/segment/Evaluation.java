package dev.beckon.core.segment;

import java.time.Instant;
import java.util.List;

/// Answers a condition for a subject: the truth now, and the instant at which it may change.
///
/// Windows are exact: an occurrence counts while it is younger than the window, so that a positive
/// window is left at `occurrence + within`, and a negative one is entered at
/// `max(known since, occurrence) + within` (spec: journeys.md, 1.7).
public final class Evaluation {
  private final Subject subject;
  private final Evidence evidence;
  private final boolean explaining;

  private Evaluation(Subject subject, Evidence evidence, boolean explaining) {
    this.subject = subject;
    this.evidence = evidence;
    this.explaining = explaining;
  }

  public static Verdict of(Condition condition, Subject subject) {
    return new Evaluation(subject, Evidence.IGNORED, false).verdict(condition);
  }

  /// The same, telling what was looked at; every leaf is looked at, so that the evidence is whole.
  public static Verdict of(Condition condition, Subject subject, Evidence evidence) {
    return new Evaluation(subject, evidence, true).verdict(condition);
  }

  private Verdict verdict(Condition condition) {
    return switch (condition) {
      case Condition.All all -> all(all.parts());
      case Condition.Any any -> any(any.parts());
      case Condition.Not not -> {
        Verdict part = verdict(not.part());
        yield Verdict.of(!part.truth(), part.changesAt());
      }
      case Condition.AttributeIs is -> attribute(is);
      case Condition.TriggerIs is -> trigger(is);
      case Condition.Performed performed -> performed(performed);
      case Condition.NotPerformed notPerformed -> notPerformed(notPerformed);
      case Condition.InSegment in -> inSegment(in);
    };
  }

  private Verdict all(List<Condition> parts) {
    boolean truth = true;
    long changesAt = Verdict.NEVER;
    for (Condition part : parts) {
      Verdict verdict = verdict(part);
      truth &= verdict.truth();
      changesAt = Math.min(changesAt, verdict.changesAt());
    }
    return Verdict.of(truth, changesAt);
  }

  private Verdict any(List<Condition> parts) {
    boolean truth = false;
    long changesAt = Verdict.NEVER;
    for (Condition part : parts) {
      Verdict verdict = verdict(part);
      truth |= verdict.truth();
      changesAt = Math.min(changesAt, verdict.changesAt());
    }
    return Verdict.of(truth, changesAt);
  }

  private Verdict attribute(Condition.AttributeIs is) {
    boolean truth = is.test().holds(subject::attribute);
    if (explaining) {
      evidence.looked(is, is.test().found(subject::attribute), truth);
    }
    return Verdict.of(truth);
  }

  private Verdict trigger(Condition.TriggerIs is) {
    boolean truth = is.test().holds(subject::triggerField);
    if (explaining) {
      evidence.looked(is, is.test().found(subject::triggerField), truth);
    }
    return Verdict.of(truth);
  }

  private Verdict performed(Condition.Performed performed) {
    LeafState state = subject.leaf(performed.leaf());
    Verdict verdict = performedVerdict(performed, state);
    if (explaining) {
      evidence.looked(performed, occurrences(state), verdict.truth());
    }
    return verdict;
  }

  private Verdict performedVerdict(Condition.Performed performed, LeafState state) {
    if (performed.since() != Condition.Since.EVER) {
      return Verdict.of(state.nthLatest(performed.atLeast()) > subject.momentOf(performed.since()));
    }
    if (performed.within() == 0) {
      return Verdict.of(state.count() >= performed.atLeast());
    }
    long nth = state.nthLatest(performed.atLeast());
    boolean truth = nth != Long.MIN_VALUE && nth > subject.now() - performed.within();
    return truth ? Verdict.of(true, nth + performed.within()) : Verdict.NO;
  }

  private Verdict notPerformed(Condition.NotPerformed notPerformed) {
    LeafState state = subject.leaf(notPerformed.leaf());
    Verdict verdict = notPerformedVerdict(notPerformed, state);
    if (explaining) {
      evidence.looked(notPerformed, occurrences(state), verdict.truth());
    }
    return verdict;
  }

  private Verdict notPerformedVerdict(Condition.NotPerformed notPerformed, LeafState state) {
    if (notPerformed.since() != Condition.Since.EVER) {
      return Verdict.of(state.nthLatest(1) <= subject.momentOf(notPerformed.since()));
    }
    if (notPerformed.within() == 0) {
      return Verdict.of(state.count() == 0);
    }
    long from = Math.max(subject.knownSince(), state.nthLatest(1));
    long trueAt = from + notPerformed.within();
    return subject.now() >= trueAt ? Verdict.YES : Verdict.of(false, trueAt);
  }

  private Verdict inSegment(Condition.InSegment in) {
    boolean truth = subject.isMember(in.segment());
    if (explaining) {
      evidence.looked(in, truth ? "a member" : "not a member", truth);
    }
    return Verdict.of(truth);
  }

  private static String occurrences(LeafState state) {
    if (state.count() == 0) {
      return "never";
    }
    String times = state.count() == 1 ? "once" : state.count() + " times";
    return state.times() == 0
        ? times
        : times + ", last at " + Instant.ofEpochMilli(state.nthLatest(1));
  }
}
