package dev.beckon.api.manage.campaign;

import dev.beckon.api.json.Document;
import dev.beckon.api.json.Inline;
import dev.beckon.api.manage.DayPointJson;
import dev.beckon.api.manage.NumbersJson;
import dev.beckon.core.value.Value;
import dev.beckon.registry.campaign.Campaign;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A campaign with its definition.
///
/// @param problems what its author should know; errors keep it from being started
/// @param recipe key of the recipe that it was made from
public record CampaignJson(
    @Inline CampaignRowJson row,
    @Document("campaign") Value definition,
    Instant createdAt,
    @Nullable Instant stoppedAt,
    List<CampaignProblemJson> problems,
    @Nullable String recipe) {

  /// A campaign as a line of a table.
  ///
  /// @param trigger as in the definition
  /// @param active journeys under way
  /// @param started journeys ever
  /// @param numbers of the last 30 days
  /// @param spark messages sent on each of the last 30 days, oldest first
  public record CampaignRowJson(
      int id,
      String name,
      @Nullable String description,
      int version,
      State state,
      @Document("trigger") Value trigger,
      int steps,
      long active,
      long started,
      NumbersJson numbers,
      List<Long> spark,
      @Nullable Instant startedAt,
      Instant updatedAt) {}

  public enum State {
    DRAFT,
    RUNNING,
    STOPPED
  }

  /// @param pointer into the definition
  /// @param stepId the step it is about
  public record CampaignProblemJson(
      String pointer, @Nullable String stepId, Campaign.Severity severity, String detail) {}

  /// The live figures of a campaign.
  ///
  /// @param numbers of its whole life
  /// @param steps by step id
  public record CampaignNumbersJson(
      Instant at,
      long started,
      long active,
      long finished,
      long exited,
      long converted,
      NumbersJson numbers,
      List<DayPointJson> series,
      SequencedMap<String, StepNumbersJson> steps) {}

  /// @param yes ways taken when a condition held, null where the step has none
  /// @param no ways taken when it did not
  /// @param numbers of a send step's messages
  /// @param incidents journeys that are halted here
  public record StepNumbersJson(
      long reached,
      long waiting,
      long passed,
      long converted,
      @Nullable Long yes,
      @Nullable Long no,
      @Nullable NumbersJson numbers,
      long incidents) {}

  /// What starting would do.
  ///
  /// @param peopleNow who would start at once
  public record StartPreviewJson(long peopleNow, List<CampaignProblemJson> problems) {}
}
