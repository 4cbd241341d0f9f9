package dev.beckon.api.manage.home;

import dev.beckon.api.manage.Sum;
import dev.beckon.api.manage.home.HomeJson.AttentionJson;
import dev.beckon.api.manage.home.HomeJson.AttentionKind;
import dev.beckon.api.manage.home.HomeJson.AttentionLinkJson;
import dev.beckon.api.manage.home.HomeJson.AttentionPage;
import dev.beckon.delivery.SenderHealth;
import dev.beckon.engine.query.Activities;
import dev.beckon.engine.query.ActivityFilter;
import dev.beckon.engine.query.ActivityView;
import dev.beckon.engine.query.JourneyFilter;
import dev.beckon.engine.query.Journeys;
import dev.beckon.registry.Registry;
import dev.beckon.registry.campaign.Campaign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds what somebody should look at.
final class Attention {
  /// From how many messages on a bounce rate means something.
  static final long SENT_MIN = 20;

  private static final double BOUNCE_RATE_MAX = 0.05;
  private static final int COUNTED_MAX = 200;

  private final Registry registry;
  private final Activities activities;
  private final Journeys journeys;
  private final SenderHealth health;

  Attention(Registry registry, Activities activities, Journeys journeys, SenderHealth health) {
    this.registry = registry;
    this.activities = activities;
    this.journeys = journeys;
    this.health = health;
  }

  /// @param messages what became of the messages of the days
  /// @param from when the days begin
  List<AttentionJson> of(int workspace, Sum messages, Instant from) {
    List<AttentionJson> found = new ArrayList<>();
    sender(workspace, found);
    deliveries(messages, found);
    campaigns(workspace, found);
    conflicts(workspace, from, found);
    return found;
  }

  private void sender(int workspace, List<AttentionJson> into) {
    SenderHealth.Health state = health.of(workspace);
    if (state.state() == SenderHealth.State.FAILING
        && registry.workspaces().get(workspace).sender().smtp() != null) {
      into.add(
          item(
              AttentionKind.SENDER,
              1,
              "The mail server does not take messages",
              state.error() == null ? "Try the sender out." : state.error(),
              link(AttentionPage.SETTINGS, null, "sender")));
    }
  }

  private static void deliveries(Sum messages, List<AttentionJson> into) {
    long failed = messages.of("failed");
    if (failed > 0) {
      into.add(
          item(
              AttentionKind.FAILING_DELIVERIES,
              failed,
              failed == 1 ? "1 message failed" : failed + " messages failed",
              "Each says why; correct the message or the sender.",
              link(AttentionPage.DELIVERIES, null, "failed")));
    }
    long bounced = messages.of("bounced");
    if (messages.of("sent") + bounced >= SENT_MIN
        && bounced > BOUNCE_RATE_MAX * (messages.of("sent") + bounced)) {
      into.add(
          item(
              AttentionKind.BOUNCE_RATE,
              bounced,
              "Many messages bounce",
              bounced + " addresses did not take mail; mailbox providers notice.",
              link(AttentionPage.DELIVERIES, null, "bounced")));
    }
  }

  private void campaigns(int workspace, List<AttentionJson> into) {
    long drafts = 0;
    for (Campaign campaign : registry.campaigns().list(workspace)) {
      if (campaign.run().state() == Campaign.State.DRAFT) {
        drafts++;
      } else {
        halted(workspace, campaign, into);
      }
    }
    if (drafts > 0) {
      into.add(
          item(
              AttentionKind.DRAFTS,
              drafts,
              drafts == 1 ? "1 campaign is a draft" : drafts + " campaigns are drafts",
              drafts == 1
                  ? "Start it, or delete it when it is not needed."
                  : "Start them, or delete what is not needed.",
              link(AttentionPage.CAMPAIGN, null, "draft")));
    }
  }

  private void halted(int workspace, Campaign campaign, List<AttentionJson> into) {
    int count =
        journeys
            .ofCampaign(
                workspace,
                campaign.id(),
                new JourneyFilter(JourneyFilter.State.HALTED, null),
                null,
                COUNTED_MAX)
            .items()
            .size();
    if (count > 0) {
      into.add(
          item(
              AttentionKind.INCIDENTS,
              count,
              (count == 1 ? "1 journey is" : count + " journeys are")
                  + " halted in "
                  + campaign.name(),
              "They cannot go on until the campaign is corrected.",
              link(AttentionPage.CAMPAIGN, campaign.id(), null)));
    }
  }

  private void conflicts(int workspace, Instant from, List<AttentionJson> into) {
    ActivityFilter filter =
        new ActivityFilter(Set.of("failed_attribute_change"), Set.of(), null, true);
    List<ActivityView> failed =
        activities.ofWorkspace(workspace, filter, null, COUNTED_MAX).items().stream()
            .filter(view -> view.activity().at() >= from.toEpochMilli())
            .toList();
    if (!failed.isEmpty()) {
      into.add(
          new AttentionJson(
              AttentionKind.IDENTIFIER_CONFLICTS,
              failed.size(),
              failed.size() == 1 ? "1 update was refused" : failed.size() + " updates were refused",
              "An identifier belongs to somebody else, or a value is too long.",
              Instant.ofEpochMilli(failed.getLast().activity().at()),
              link(AttentionPage.ACTIVITY, null, "failed")));
    }
  }

  private static AttentionJson item(
      AttentionKind kind, long count, String title, String detail, AttentionLinkJson link) {
    return new AttentionJson(kind, count, title, detail, null, link);
  }

  private static AttentionLinkJson link(
      AttentionPage page, @Nullable Integer id, @Nullable String filter) {
    return new AttentionLinkJson(page, id, filter);
  }
}
