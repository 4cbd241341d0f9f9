package dev.beckon.core.machine;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.campaign.ExitRule;
import dev.beckon.core.campaign.Trigger;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.segment.Condition;
import dev.beckon.core.segment.Evaluation;
import dev.beckon.core.segment.Verdict;
import org.jspecify.annotations.Nullable;

/// Knows when a journey must end early (spec: journeys.md, 2.8).
final class ExitWatch {
  private final Deciding deciding;

  ExitWatch(Deciding deciding) {
    this.deciding = deciding;
  }

  /// @param atAction whether rules that only hold at the next action count too
  boolean mustExit(Campaign campaign, Journey journey, boolean atAction) {
    ExitRule rule = campaign.exit();
    if (!rule.atOnce() && !atAction) {
      return false;
    }
    return verdict(rule.when(), journey).truth() || hasLeft(campaign, journey);
  }

  /// When the answer may change by itself (epoch ms).
  long changesAt(Campaign campaign, Journey journey) {
    ExitRule rule = campaign.exit();
    if (!rule.atOnce()) {
      return Verdict.NEVER;
    }
    Condition filter = rule.onLeaving() ? campaign.entrance().filter() : null;
    return Math.min(
        verdict(rule.when(), journey).changesAt(), verdict(filter, journey).changesAt());
  }

  private boolean hasLeft(Campaign campaign, Journey journey) {
    if (!campaign.exit().onLeaving()) {
      return false;
    }
    Condition filter = campaign.entrance().filter();
    boolean outOfSegment =
        campaign.entrance().trigger() instanceof Trigger.BySegment(int segment, boolean _)
            && !deciding.person().standing().isMember(segment);
    return outOfSegment || (filter != null && !verdict(filter, journey).truth());
  }

  private Verdict verdict(@Nullable Condition condition, Journey journey) {
    return condition == null
        ? Verdict.NO
        : Evaluation.of(condition, new Seen(deciding.person(), deciding.now(), journey));
  }
}
