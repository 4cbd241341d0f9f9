package dev.beckon.api.manage.campaign;

import dev.beckon.api.json.Inline;
import dev.beckon.api.manage.RefJson;
import dev.beckon.api.manage.message.DeliveryState;
import dev.beckon.api.manage.people.PersonRefJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One person's run through a campaign.
///
/// @param step on which it stands or stood at its end
/// @param dueAt when it goes on at the latest, null where that is not a matter of time
/// @param why where it is and why, in plain words
public record JourneyJson(
    String id,
    RefJson campaign,
    PersonRefJson person,
    State state,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant convertedAt,
    @Nullable StepJson step,
    @Nullable Instant arrivedAt,
    @Nullable Instant dueAt,
    String why,
    @Nullable String exitReason) {

  public enum State {
    ACTIVE,
    FINISHED,
    EXITED
  }

  public record JourneysJson(List<JourneyJson> items, @Nullable String next) {}

  /// A journey with everything it did, oldest first.
  public record JourneyTraceJson(@Inline JourneyJson journey, List<TraceEntryJson> trace) {}

  /// Something that a journey did.
  ///
  /// @param because one sentence
  /// @param evidence what was looked at
  public record TraceEntryJson(
      Instant at,
      @Nullable String stepId,
      TraceKind kind,
      String title,
      TraceOutcome outcome,
      String because,
      List<EvidenceJson> evidence,
      @Nullable String deliveryId,
      @Nullable DeliveryState deliveryState) {}

  public record EvidenceJson(String what, @Nullable String seen, @Nullable Boolean holds) {}

  public enum TraceKind {
    SEND,
    DELAY,
    WAIT_UNTIL,
    BRANCH,
    EXIT,
    STARTED,
    ENDED,
    CONVERTED,
    FILTER
  }

  public enum TraceOutcome {
    ENTERED,
    PASSED,
    WAITING,
    YES,
    NO,
    TIMED_OUT,
    SENT,
    HELD,
    FAILED,
    STARTED,
    EXITED,
    FINISHED,
    CONVERTED
  }
}
