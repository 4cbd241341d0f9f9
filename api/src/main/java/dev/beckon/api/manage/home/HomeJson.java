package dev.beckon.api.manage.home;

import dev.beckon.api.manage.DayPointJson;
import dev.beckon.api.manage.campaign.CampaignJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first page of a workspace.
///
/// @param series one point per day, oldest first
/// @param running at most 8, busiest first
/// @param attention what somebody should look at
public record HomeJson(
    int days,
    LocalDate from,
    LocalDate to,
    TotalsJson totals,
    List<DayPointJson> series,
    HomePeopleJson people,
    VersusJson events,
    List<CampaignJson.CampaignRowJson> running,
    List<AttentionJson> attention) {

  public record TotalsJson(
      VersusJson sent,
      VersusJson delivered,
      VersusJson opened,
      VersusJson clicked,
      VersusJson converted) {}

  /// @param before in as many days just before
  public record VersusJson(long value, long before) {}

  /// @param added in these days
  public record HomePeopleJson(long total, long added) {}

  /// Something that somebody should look at.
  public record AttentionJson(
      AttentionKind kind,
      long count,
      String title,
      String detail,
      @Nullable Instant since,
      AttentionLinkJson link) {}

  public record AttentionLinkJson(
      AttentionPage page, @Nullable Integer id, @Nullable String filter) {}

  public enum AttentionKind {
    FAILING_DELIVERIES,
    INCIDENTS,
    IDENTIFIER_CONFLICTS,
    BOUNCE_RATE,
    DRAFTS,
    SENDER
  }

  public enum AttentionPage {
    DELIVERIES,
    ACTIVITY,
    CAMPAIGN,
    SETTINGS,
    PEOPLE
  }
}
