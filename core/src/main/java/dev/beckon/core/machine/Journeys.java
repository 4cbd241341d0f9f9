package dev.beckon.core.machine;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.catalog.Limits;
import dev.beckon.core.journey.Ending;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.journey.JourneyWalk;
import dev.beckon.core.journey.TraceStep;
import dev.beckon.core.person.Change;
import dev.beckon.core.segment.Condition;
import dev.beckon.core.segment.Evaluation;
import dev.beckon.core.segment.Verdict;
import dev.beckon.core.value.LongMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks after the journeys under way: ends, admits and moves them as far as they can go.
final class Journeys {
  private final Deciding deciding;
  private final Footing footing;
  private final ExitWatch exits;

  Journeys(Deciding deciding, Footing footing) {
    this.deciding = deciding;
    this.footing = footing;
    this.exits = new ExitWatch(deciding);
  }

  void settle() {
    LongMap<Journey> journeys = deciding.person().course().journeys();
    for (int i = 0; i < journeys.size(); i++) {
      Journey journey = deciding.person().course().journey(journeys.keyAt(i));
      if (journey != null) {
        settle(journey);
      }
    }
  }

  private void settle(Journey journey) {
    Campaign campaign = deciding.catalog().campaign(journey.campaign());
    if (campaign == null || campaign.state() == Campaign.State.HALTED) {
      end(
          orphaned(campaign, journey),
          journey,
          Ending.CAMPAIGN_STOPPED,
          "the campaign was stopped");
      return;
    }
    switch (journey.state()) {
      case FILTERING -> admit(campaign, journey);
      case ACTIVE -> {
        if (exits.mustExit(campaign, journey, false)) {
          end(campaign, journey, Ending.EXITED, "an exit condition holds");
        } else {
          JourneyWalk.resume(campaign, journey, footing);
        }
      }
      case HALTED -> {}
    }
  }

  /// Ends a journey by its campaign's id even where the campaign itself is gone.
  private static Campaign orphaned(@Nullable Campaign campaign, Journey journey) {
    return campaign == null ? Campaigns.gone(journey.campaign()) : campaign;
  }

  /// Lets a journey in whose filter matches by now, and gives it up when that took too long.
  private void admit(Campaign campaign, Journey journey) {
    Condition filter = campaign.entrance().filter();
    if (filter == null || verdict(filter, journey).truth()) {
      activate(campaign, journey);
    } else if (deciding.now() >= journey.startedAt() + Limits.FILTER_RETRY_MS) {
      end(campaign, journey, Ending.NEVER_ACTIVATED, "the filter did not match in time");
    }
  }

  void activate(Campaign campaign, Journey journey) {
    deciding.change(Starts.entered(deciding, campaign, journey));
    Journey active = journey.in(Journey.State.ACTIVE);
    deciding.change(new Change.JourneyMoved(active));
    footing.counted(campaign, active, "", "activated");
    if (exits.mustExit(campaign, active, false)) {
      end(campaign, active, Ending.EXITED, "an exit condition holds at the entry");
    } else {
      JourneyWalk.begin(campaign, active, footing);
    }
  }

  private void end(Campaign campaign, Journey journey, Ending ending, String reason) {
    footing.ended(campaign, journey, ending, reason);
  }

  void endByMember(long number, Ending ending, String reason) {
    Journey journey = deciding.person().course().journey(number);
    if (journey != null) {
      Campaign campaign = deciding.catalog().campaign(journey.campaign());
      end(orphaned(campaign, journey), journey, ending, reason);
    }
  }

  void resume(long number) {
    Journey journey = deciding.person().course().journey(number);
    if (journey != null && journey.state() == Journey.State.HALTED) {
      deciding.change(new Change.JourneyMoved(journey.in(Journey.State.ACTIVE)));
      Campaign campaign = orphaned(deciding.catalog().campaign(journey.campaign()), journey);
      footing.traced(
          campaign,
          new TraceStep(
              number, deciding.now(), journey.step(), "resumed", "", List.of(), journey.step()));
    }
  }

  /// When the earliest of the journeys must be looked at again (epoch ms).
  long dueAt() {
    long earliest = Verdict.NEVER;
    LongMap<Journey> journeys = deciding.person().course().journeys();
    for (int i = 0; i < journeys.size(); i++) {
      earliest = Math.min(earliest, dueAt(journeys.valueAt(i)));
    }
    return earliest;
  }

  private long dueAt(Journey journey) {
    Campaign campaign = deciding.catalog().campaign(journey.campaign());
    if (campaign == null) {
      return deciding.now();
    }
    return switch (journey.state()) {
      case HALTED -> Verdict.NEVER;
      case FILTERING -> {
        Condition filter = campaign.entrance().filter();
        long changes = filter == null ? deciding.now() : verdict(filter, journey).changesAt();
        yield Math.min(changes, journey.startedAt() + Limits.FILTER_RETRY_MS);
      }
      case ACTIVE ->
          Math.min(
              exits.changesAt(campaign, journey), JourneyWalk.dueAt(campaign, journey, footing));
    };
  }

  private Verdict verdict(Condition condition, Journey journey) {
    return Evaluation.of(condition, new Seen(deciding.person(), deciding.now(), journey));
  }
}
