package dev.beckon.api.manage.activity;

import dev.beckon.api.manage.RefJson;
import dev.beckon.api.manage.campaign.CampaignNames;
import dev.beckon.api.manage.campaign.JourneyIds;
import dev.beckon.api.manage.people.PersonViews;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.tracking.DeliveryToken;
import dev.beckon.engine.query.ActivityView;
import dev.beckon.engine.query.Deliveries;
import dev.beckon.engine.query.DeliveryView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Shows what happened to whom, with the message it belongs to.
public final class ActivityViews {
  private final PersonViews people;
  private final Deliveries deliveries;
  private final DeliveryToken tokens;
  private final CampaignNames campaigns;

  public ActivityViews(
      PersonViews people, Deliveries deliveries, DeliveryToken tokens, CampaignNames campaigns) {
    this.people = people;
    this.deliveries = deliveries;
    this.tokens = tokens;
    this.campaigns = campaigns;
  }

  ActivityJson json(int workspace, ActivityView view) {
    Fact.Activity activity = view.activity();
    ActivityType type = ActivityType.of(activity.type(), view.anonymousId() != null);
    String reason = Reasons.reason(type, activity);
    PersonKey person = view.person();
    DeliveryView message =
        person == null || activity.delivery() == 0
            ? null
            : deliveries.one(new DeliveryId(person, activity.delivery())).orElse(null);
    return new ActivityJson(
        view.id().text(),
        Instant.ofEpochMilli(activity.at()),
        type,
        message == null ? activity.name() : subject(message),
        person == null ? null : people.ref(person),
        type.failed() || activity.type().startsWith("failed_"),
        reason,
        Reasons.fix(type, reason),
        null,
        campaign(workspace, activity, message),
        message == null ? null : tokens.of(message.id()),
        journey(person, activity, message),
        message == null ? activity.data() : data(activity, message));
  }

  /// The subject as it was sent, once the dispatcher has said it.
  public static String subject(DeliveryView message) {
    for (Fact.Outcome outcome : message.outcomes()) {
      String subject = Reasons.text(outcome.detail(), "subject");
      if (subject != null) {
        return subject;
      }
    }
    return "";
  }

  private @Nullable RefJson campaign(
      int workspace, Fact.Activity activity, @Nullable DeliveryView message) {
    if (message != null) {
      return campaigns.ref(workspace, message.origin().campaign());
    }
    return activity.data().get("campaign_id") instanceof Value.Whole(long id)
            && activity.type().endsWith("_email")
        ? campaigns.ref(workspace, (int) id)
        : null;
  }

  private static @Nullable String journey(
      @Nullable PersonKey person, Fact.Activity activity, @Nullable DeliveryView message) {
    if (person == null) {
      return null;
    }
    if (message != null) {
      return JourneyIds.of(person, message.origin().journey());
    }
    return activity.type().endsWith("_email")
            && activity.data().get("journey") instanceof Value.Whole(long number)
        ? JourneyIds.of(person, number)
        : null;
  }

  private static Value.Fields data(Fact.Activity activity, DeliveryView message) {
    Value.Fields data =
        Value.Fields.EMPTY
            .with("subject", Value.of(subject(message)))
            .with("to", Value.of(message.recipient()));
    String link = Reasons.text(activity.data(), "href");
    String reply = Reasons.text(activity.data(), "reason");
    data = link == null ? data : data.with("link", Value.of(link));
    return reply == null ? data : data.with("reply", Value.of(reply));
  }
}
