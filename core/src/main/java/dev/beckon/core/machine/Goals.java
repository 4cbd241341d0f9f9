package dev.beckon.core.machine;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.campaign.Goal;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.DeliveryMark;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.journey.Ending;
import dev.beckon.core.journey.Entry;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.person.Change;
import dev.beckon.core.segment.Segment;
import dev.beckon.core.value.LongMap;
import dev.beckon.core.value.Value;
import org.jspecify.annotations.Nullable;

/// Credits goals: the latest message whose window covers the moment converts, once, and the journey
/// it belongs to, once (spec: journeys.md, 2.10).
final class Goals {
  private final Deciding deciding;
  private final Footing footing;

  Goals(Deciding deciding, Footing footing) {
    this.deciding = deciding;
    this.footing = footing;
  }

  void settle(Memberships memberships) {
    var index = deciding.catalog().campaignIndex();
    if (deciding.event() != null) {
      index.aimedAt(deciding.event()).forEach(this::met);
    }
    for (Segment segment : memberships.entered()) {
      index.aimedAtEntering(segment.id()).forEach(this::met);
    }
    for (Segment segment : memberships.left()) {
      index.aimedAtLeaving(segment.id()).forEach(this::met);
    }
  }

  private void met(Campaign campaign) {
    Goal goal = campaign.goal();
    if (goal == null) {
      return;
    }
    credit(campaign, goal);
    LongMap<Journey> journeys = deciding.person().course().journeys();
    for (int i = 0; i < journeys.size(); i++) {
      Journey journey = journeys.valueAt(i);
      if (journey.campaign() == campaign.id() && journey.state() != Journey.State.FILTERING) {
        journeyConverted(campaign, journey.number(), journey.startedAt());
        if (campaign.exit().onGoal()) {
          footing.ended(campaign, journey, Ending.GOAL_MET, "the goal was met");
        }
      }
    }
  }

  private void credit(Campaign campaign, Goal goal) {
    LongMap<DeliveryMark> deliveries = deciding.person().course().deliveries();
    int best = -1;
    long bestAnchor = 0;
    for (int i = 0; i < deliveries.size(); i++) {
      DeliveryMark mark = deliveries.valueAt(i);
      long anchor = anchor(mark, goal.after());
      boolean counts =
          mark.campaign() == campaign.id()
              && !mark.has(Metric.CONVERTED)
              && anchor > 0
              && deciding.now() - anchor <= goal.within();
      if (counts && anchor >= bestAnchor) {
        best = i;
        bestAnchor = anchor;
      }
    }
    if (best >= 0) {
      deliveryConverted(campaign, deliveries.keyAt(best), deliveries.valueAt(best));
    }
  }

  private static long anchor(DeliveryMark mark, Goal.Anchor after) {
    return switch (after) {
      case SENT -> mark.anchors().sentAt() == 0 ? mark.createdAt() : mark.anchors().sentAt();
      case OPENED -> mark.anchors().openedAt();
      case CLICKED -> mark.anchors().clickedAt();
    };
  }

  private void deliveryConverted(Campaign campaign, long number, DeliveryMark mark) {
    DeliveryId id = new DeliveryId(deciding.person().key(), number);
    deciding.change(new Change.DeliveryNoted(number, mark.plus(Metric.CONVERTED, deciding.now())));
    deciding.fact(new Fact.Outcome(id, deciding.now(), Metric.CONVERTED, Value.Fields.EMPTY));
    deciding.activity("converted_email", "", Value.Fields.EMPTY, id);
    deciding.fact(
        new Fact.Counted(
            Fact.Subject.CAMPAIGN,
            campaign.id(),
            mark.step(),
            Metric.CONVERTED.word(),
            mark.createdAt(),
            1));
    journeyConverted(campaign, mark.journey(), mark.createdAt());
  }

  private void journeyConverted(Campaign campaign, long journey, long bookedAt) {
    @Nullable Entry entry = deciding.person().course().entries().get(campaign.id());
    if (entry == null || entry.convertedJourney() >= journey) {
      return;
    }
    deciding.change(
        new Change.EntryNoted(campaign.id(), new Entry(entry.times(), entry.lastAt(), journey)));
    deciding.fact(
        new Fact.Counted(
            Fact.Subject.CAMPAIGN, campaign.id(), "", Metric.CONVERTED.word(), bookedAt, 1));
  }
}
