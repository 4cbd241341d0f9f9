package dev.beckon.api.manage.message;

import dev.beckon.api.manage.activity.ActivityViews;
import dev.beckon.api.manage.campaign.CampaignNames;
import dev.beckon.api.manage.campaign.JourneyIds;
import dev.beckon.api.manage.people.PersonViews;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.sandbox.MailFolder;
import dev.beckon.delivery.sandbox.Sandbox;
import dev.beckon.delivery.sandbox.SandboxMessage;
import dev.beckon.delivery.tracking.DeliveryToken;
import dev.beckon.engine.query.DeliveryView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shows messages and what became of them.
public final class DeliveryViews {
  private final PersonViews people;
  private final CampaignNames campaigns;
  private final DeliveryToken tokens;
  private final Sandbox sandbox;
  private final Sandbox kept;

  /// @param kept copies of the messages that have left
  public DeliveryViews(
      PersonViews people,
      CampaignNames campaigns,
      DeliveryToken tokens,
      Sandbox sandbox,
      Sandbox kept) {
    this.people = people;
    this.campaigns = campaigns;
    this.tokens = tokens;
    this.sandbox = sandbox;
    this.kept = kept;
  }

  DeliveryJson json(DeliveryView view) {
    int workspace = view.id().person().workspace();
    DeliveryState state = DeliveryState.of(view.furthest());
    return new DeliveryJson(
        tokens.of(view.id()),
        Instant.ofEpochMilli(view.createdAt()),
        view.channel(),
        people.ref(view.id().person()),
        view.recipient(),
        ActivityViews.subject(view),
        campaigns.ref(workspace, view.origin().campaign()),
        view.origin().step(),
        JourneyIds.of(view.id().person(), view.origin().journey()),
        state,
        reason(view, state),
        MailFolder.REPLY.equals(detail(view, Metric.SENT)),
        first(view, Metric.SENT),
        first(view, Metric.DELIVERED),
        first(view, Metric.OPENED),
        first(view, Metric.CLICKED),
        first(view, Metric.CONVERTED));
  }

  DeliveryJson.DeliveryDetailJson full(DeliveryView view) {
    int workspace = view.id().person().workspace();
    String token = tokens.of(view.id());
    Optional<SandboxMessage> message =
        sandbox.read(workspace, token).or(() -> kept.read(workspace, token));
    return new DeliveryJson.DeliveryDetailJson(
        json(view),
        message.map(DeliveryViews::headers).orElse(List.of()),
        message.map(SandboxMessage::html).orElse(null),
        message.map(SandboxMessage::text).orElse(null),
        timeline(view));
  }

  static List<SandboxJson.MailHeaderJson> headers(SandboxMessage message) {
    return message.headers().stream()
        .map(header -> new SandboxJson.MailHeaderJson(header.name(), header.value()))
        .toList();
  }

  private static List<DeliveryJson.DeliveryMomentJson> timeline(DeliveryView view) {
    List<DeliveryJson.DeliveryMomentJson> moments = new ArrayList<>();
    moments.add(
        new DeliveryJson.DeliveryMomentJson(
            Instant.ofEpochMilli(view.createdAt()), DeliveryState.QUEUED, null));
    for (Fact.Outcome outcome : view.outcomes()) {
      String reason = text(outcome, "reason");
      moments.add(
          new DeliveryJson.DeliveryMomentJson(
              Instant.ofEpochMilli(outcome.at()),
              DeliveryState.of(outcome.metric()),
              reason == null ? text(outcome, "href") : reason));
    }
    return moments;
  }

  static @Nullable Instant first(DeliveryView view, Metric metric) {
    for (Fact.Outcome outcome : view.outcomes()) {
      if (outcome.metric() == metric) {
        return Instant.ofEpochMilli(outcome.at());
      }
    }
    return null;
  }

  /// How often a link was followed by somebody, not by a machine.
  static int clicks(DeliveryView view, String url) {
    int clicks = 0;
    for (Fact.Outcome outcome : view.outcomes()) {
      boolean machine = outcome.detail().get("machine") != null;
      if (outcome.metric() == Metric.CLICKED && !machine && url.equals(text(outcome, "href"))) {
        clicks++;
      }
    }
    return clicks;
  }

  private static @Nullable String reason(DeliveryView view, DeliveryState state) {
    return switch (state) {
      case BOUNCED, FAILED, HELD -> detail(view, view.furthest());
      case QUEUED -> detail(view, Metric.DEFERRED);
      case SENT, DELIVERED, OPENED, CLICKED, CONVERTED, UNSUBSCRIBED -> null;
    };
  }

  private static @Nullable String detail(DeliveryView view, Metric metric) {
    String reason = null;
    for (Fact.Outcome outcome : view.outcomes()) {
      if (outcome.metric() == metric) {
        reason = text(outcome, "reason");
      }
    }
    return reason;
  }

  private static @Nullable String text(Fact.Outcome outcome, String name) {
    Value value = outcome.detail().get(name);
    return value == null || value.isBlank() ? null : value.asText();
  }
}
