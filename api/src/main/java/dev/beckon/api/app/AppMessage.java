package dev.beckon.api.app;

import dev.beckon.api.json.Inline;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.value.Value;
import dev.beckon.engine.query.DeliveryView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A message to a person and what became of it (spec: app-api.md, 3.6).
///
/// @param created Unix seconds
/// @param metrics when each thing happened first (Unix seconds)
/// @param trackedResponses always empty: the field is there for clients that read it
record AppMessage(
    String id,
    String deduplicateId,
    @Inline Receiver receiver,
    @Inline Letter letter,
    @Inline Origin origin,
    long created,
    Map<String, Long> metrics,
    List<Value> trackedResponses) {

  /// @param customerId the person's id; empty where they have none
  record Receiver(String customerId, AppNames customerIdentifiers, String recipient) {}

  /// @param subject as it was rendered, null before it was sent
  /// @param type the channel
  /// @param failureMessage why it did not arrive
  /// @param forgotten whether its content is never kept
  record Letter(
      @Nullable String subject, String type, @Nullable String failureMessage, boolean forgotten) {}

  /// Where it came from; what Beckon has nothing for is there and null, because clients read it.
  record Origin(
      int campaignId,
      long actionId,
      @Nullable Long parentActionId,
      @Nullable Integer newsletterId,
      @Nullable Integer contentId,
      @Nullable Integer broadcastId,
      @Nullable Integer messageTemplateId,
      @Nullable String triggerEventId) {}

  static AppMessage of(String id, AppNames names, DeliveryView view) {
    long updated = view.outcomes().isEmpty() ? view.createdAt() : view.outcomes().getLast().at();
    String customer = names.id();
    return new AppMessage(
        id,
        AppTime.deduplicateId(id, AppTime.seconds(updated)),
        new Receiver(customer == null ? "" : customer, names, view.recipient()),
        new Letter(subject(view), view.channel().word(), failure(view), false),
        origin(view.origin()),
        AppTime.seconds(view.createdAt()),
        metrics(view),
        List.of());
  }

  private static Origin origin(DeliveryView.Origin origin) {
    return new Origin(
        origin.campaign(),
        ActionId.of(origin.campaign(), origin.step()),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static @Nullable String subject(DeliveryView view) {
    for (Fact.Outcome outcome : view.outcomes()) {
      if (outcome.detail().get("subject") instanceof Value.Text(String subject)) {
        return subject;
      }
    }
    return null;
  }

  private static @Nullable String failure(DeliveryView view) {
    for (Fact.Outcome outcome : view.outcomes().reversed()) {
      Value reason = outcome.detail().get("reason");
      if (reason != null && failed(outcome.metric())) {
        return reason.asText();
      }
    }
    return null;
  }

  private static boolean failed(Metric metric) {
    return switch (metric) {
      case BOUNCED, SUPPRESSED, FAILED, UNDELIVERABLE -> true;
      case CREATED,
          ATTEMPTED,
          SENT,
          DELIVERED,
          OPENED,
          CLICKED,
          CONVERTED,
          DEFERRED,
          SPAMMED,
          UNSUBSCRIBED ->
          false;
    };
  }

  private static SequencedMap<String, Long> metrics(DeliveryView view) {
    SequencedMap<String, Long> metrics = new LinkedHashMap<>();
    metrics.put(Metric.CREATED.word(), AppTime.seconds(view.createdAt()));
    for (Fact.Outcome outcome : view.outcomes()) {
      long at = AppTime.seconds(outcome.at());
      metrics.putIfAbsent(word(outcome.metric()), at);
      switch (outcome.metric()) {
        case OPENED, CLICKED ->
            metrics.putIfAbsent(
                (isMachine(outcome) ? "prefetch_" : "human_") + outcome.metric().word(), at);
        case CREATED,
            ATTEMPTED,
            SENT,
            DELIVERED,
            CONVERTED,
            DEFERRED,
            BOUNCED,
            SUPPRESSED,
            FAILED,
            UNDELIVERABLE,
            SPAMMED,
            UNSUBSCRIBED -> {}
      }
    }
    return metrics;
  }

  /// The App API says `dropped` where a recipient is suppressed.
  static String word(Metric metric) {
    return metric == Metric.SUPPRESSED ? "dropped" : metric.word();
  }

  private static boolean isMachine(Fact.Outcome outcome) {
    return outcome.detail().get("machine") instanceof Value.Truth(boolean truth) && truth;
  }
}
