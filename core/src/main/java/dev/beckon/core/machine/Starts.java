package dev.beckon.core.machine;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.campaign.Frequency;
import dev.beckon.core.campaign.Trigger;
import dev.beckon.core.catalog.Limits;
import dev.beckon.core.event.Event;
import dev.beckon.core.journey.Entry;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.journey.TraceStep;
import dev.beckon.core.person.Change;
import dev.beckon.core.segment.Condition;
import dev.beckon.core.segment.Segment;
import dev.beckon.core.value.LongMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Starts journeys: trigger, frequency and entry filter (spec: journeys.md, 2.1, 2.4, 2.6).
final class Starts {
  private final Deciding deciding;
  private final Footing footing;
  private final Journeys journeys;

  Starts(Deciding deciding, Footing footing, Journeys journeys) {
    this.deciding = deciding;
    this.footing = footing;
    this.journeys = journeys;
  }

  void settle(Memberships memberships) {
    Event event = deciding.event();
    if (event != null && deciding.now() - event.timestamp() <= Limits.TRIGGER_AGE_MS_MAX) {
      for (Campaign campaign : deciding.catalog().campaignIndex().startedBy(event)) {
        start(campaign, event);
      }
    }
    for (Segment segment : memberships.entered()) {
      for (Campaign campaign : deciding.catalog().campaignIndex().startedByEntering(segment.id())) {
        start(campaign, null);
      }
    }
  }

  /// Takes in somebody who was in the trigger segment when the campaign was started.
  ///
  /// @param knownVersion the definitions that the person had been brought up to
  void settleCurrent(long knownVersion) {
    for (Campaign campaign : deciding.catalog().campaigns().values()) {
      boolean takesIn =
          campaign.state() == Campaign.State.RUNNING
              && campaign.startedEpoch() > knownVersion
              && campaign.entrance().trigger()
                  instanceof Trigger.BySegment(int segment, boolean current)
              && current
              && deciding.person().standing().isMember(segment);
      if (takesIn) {
        start(campaign, null);
      }
    }
  }

  private void start(Campaign campaign, @Nullable Event trigger) {
    if (!mayStart(campaign)) {
      return;
    }
    long entryAt = trigger == null ? deciding.now() : trigger.timestamp();
    Journey journey =
        new Journey(
            deciding.number(),
            campaign.id(),
            Journey.State.FILTERING,
            "",
            deciding.now(),
            entryAt,
            deciding.now(),
            trigger);
    deciding.change(new Change.JourneyMoved(journey));
    deciding.fact(new Fact.Begun(journey));
    footing.counted(campaign, journey, "", "started");
    List<TraceStep.Look> evidence = new ArrayList<>();
    Condition filter = campaign.entrance().filter();
    boolean admitted = filter == null || footing.ask(filter, journey, evidence).truth();
    String cause = trigger == null ? "entered the segment" : trigger.name() + " happened";
    trace(campaign, journey, "started", cause, List.of());
    if (admitted) {
      if (filter != null) {
        trace(campaign, journey, "admitted", "the filter matches", evidence);
      }
      journeys.activate(campaign, journey);
    } else {
      trace(campaign, journey, "filtered", "the filter does not match yet", evidence);
    }
  }

  private void trace(
      Campaign campaign,
      Journey journey,
      String action,
      String verdict,
      List<TraceStep.Look> evidence) {
    footing.traced(
        campaign,
        new TraceStep(journey.number(), deciding.now(), "", action, verdict, evidence, ""));
  }

  private boolean mayStart(Campaign campaign) {
    LongMap<Journey> underWay = deciding.person().course().journeys();
    if (underWay.size() >= Limits.JOURNEYS_PER_PERSON_MAX) {
      return false;
    }
    Frequency frequency = campaign.entrance().frequency();
    boolean alone = !frequency.overlap() || frequency.period() > 0;
    for (int i = 0; alone && i < underWay.size(); i++) {
      Journey journey = underWay.valueAt(i);
      if (journey.campaign() == campaign.id()
          && (!frequency.overlap() || journey.state() == Journey.State.FILTERING)) {
        return false;
      }
    }
    Entry entry = deciding.person().course().entries().get(campaign.id());
    return entry == null
        || frequency.period() == 0
        || (frequency.period() != Frequency.ONCE_EVER
            && deciding.now() - entry.lastAt() >= frequency.period());
  }

  /// The note that the person entered the campaign once more.
  static Change entered(Deciding deciding, Campaign campaign, Journey journey) {
    Entry entry = deciding.person().course().entries().get(campaign.id());
    return new Change.EntryNoted(
        campaign.id(),
        entry == null
            ? new Entry(1, journey.startedAt(), 0)
            : new Entry(entry.times() + 1, journey.startedAt(), entry.convertedJourney()));
  }
}
