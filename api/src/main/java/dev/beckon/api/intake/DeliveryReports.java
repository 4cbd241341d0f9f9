package dev.beckon.api.intake;

import dev.beckon.api.http.Refusal;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.tracking.DeliveryToken;
import dev.beckon.engine.message.Message;
import java.util.Locale;
import java.util.Map;

/// What the engine is told of reports on messages, whichever protocol they came by.
///
/// @param now when the report was received (epoch ms)
public record DeliveryReports(DeliveryToken tokens, long now) {
  private static final Map<String, Metric> METRICS =
      Map.of(
          "bounced", Metric.BOUNCED,
          "clicked", Metric.CLICKED,
          "converted", Metric.CONVERTED,
          "deferred", Metric.DEFERRED,
          "delivered", Metric.DELIVERED,
          "dropped", Metric.SUPPRESSED,
          "opened", Metric.OPENED,
          "spammed", Metric.SPAMMED);

  /// @param name of the field that says what became of the message
  /// @param said what it says
  /// @throws Refusal if there is no such metric or no such delivery
  public Message.ToPerson of(String delivery, String name, String said, Value.Fields detail) {
    Metric metric = METRICS.get(said.toLowerCase(Locale.ROOT));
    if (metric == null) {
      throw Refusal.invalid(
          name,
          "Expected "
              + name
              + " to be bounced, clicked, converted, deferred, delivered, dropped, opened or"
              + " spammed, but got \""
              + said
              + "\".");
    }
    DeliveryId id =
        tokens
            .verify(delivery)
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        "identifiers", "Expected the id of a delivery, but it is none."));
    return new Message.ToPerson(id.person(), new Input.Report(now, id, metric, detail));
  }
}
