package dev.beckon.core.machine;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.campaign.Step;
import dev.beckon.core.journey.Ending;
import dev.beckon.core.journey.Ground;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.journey.JourneyLife;
import dev.beckon.core.journey.TraceStep;
import dev.beckon.core.person.Change;
import dev.beckon.core.segment.Condition;
import dev.beckon.core.segment.ConditionWords;
import dev.beckon.core.segment.Evaluation;
import dev.beckon.core.segment.Verdict;
import java.util.List;

/// The ground under a journey: reads the person of the decision and writes into it.
final class Footing implements Ground {
  private final Deciding deciding;
  private final ExitWatch exits;
  private final Sending sending;

  Footing(Deciding deciding) {
    this.deciding = deciding;
    this.exits = new ExitWatch(deciding);
    this.sending = new Sending(deciding);
  }

  @Override
  public long now() {
    return deciding.now();
  }

  @Override
  public Verdict ask(Condition condition, Journey journey, List<TraceStep.Look> evidence) {
    return Evaluation.of(
        condition,
        new Seen(deciding.person(), deciding.now(), journey),
        (asked, found, truth) ->
            evidence.add(new TraceStep.Look(ConditionWords.of(asked), found, truth)));
  }

  @Override
  public boolean mustExit(Campaign campaign, Journey journey, boolean atAction) {
    return exits.mustExit(campaign, journey, atAction);
  }

  @Override
  public String send(Campaign campaign, Journey journey, Step.Send step) {
    return sending.send(campaign, journey, step);
  }

  @Override
  public void moved(Journey journey) {
    deciding.change(new Change.JourneyMoved(journey));
  }

  @Override
  public void ended(Campaign campaign, Journey journey, Ending ending, String reason) {
    JourneyLife.check(JourneyLife.stage(journey.state()), JourneyLife.stage(ending));
    deciding.change(new Change.JourneyEnded(journey.number()));
    deciding.fact(new Fact.Ended(journey, now(), ending));
    counted(campaign, journey, "", metric(ending));
    if (ending != Ending.FINISHED && !journey.step().isEmpty()) {
      counted(campaign, journey, journey.step(), "ended");
    }
    traced(
        campaign,
        new TraceStep(
            journey.number(),
            now(),
            journey.step(),
            ending == Ending.FINISHED ? "finished" : "exited",
            reason,
            List.of(),
            ""));
  }

  private static String metric(Ending ending) {
    return switch (ending) {
      case FINISHED -> "finished";
      case NEVER_ACTIVATED -> "never_activated";
      case EXITED, GOAL_MET, CAMPAIGN_STOPPED, ENDED_BY_MEMBER, PERSON_DELETED -> "exited";
    };
  }

  @Override
  public void traced(Campaign campaign, TraceStep step) {
    deciding.fact(new Fact.Traced(campaign.id(), step));
  }

  @Override
  public void counted(Campaign campaign, Journey journey, String step, String metric) {
    deciding.fact(
        new Fact.Counted(
            Fact.Subject.CAMPAIGN, campaign.id(), step, metric, journey.startedAt(), 1));
  }
}
