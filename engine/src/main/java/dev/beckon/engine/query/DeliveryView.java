package dev.beckon.engine.query;

import dev.beckon.core.delivery.Channel;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.machine.Fact;
import java.util.List;

/// A message and what became of it.
///
/// @param createdAt when it was decided on (epoch ms)
/// @param outcomes oldest first
public record DeliveryView(
    DeliveryId id,
    long createdAt,
    Channel channel,
    Origin origin,
    String recipient,
    List<Fact.Outcome> outcomes) {

  public DeliveryView {
    outcomes = List.copyOf(outcomes);
  }

  /// Where it came from.
  ///
  /// @param content hash under which the registry keeps the message's immutable content
  public record Origin(int campaign, String step, long journey, String content) {}

  /// The one outcome that says most: failures and complaints first, then the furthest.
  public Metric furthest() {
    Metric furthest = Metric.CREATED;
    for (Fact.Outcome outcome : outcomes) {
      if (weight(outcome.metric()) > weight(furthest)) {
        furthest = outcome.metric();
      }
    }
    return furthest;
  }

  private static int weight(Metric metric) {
    return switch (metric) {
      case CREATED -> 0;
      case ATTEMPTED -> 1;
      case DEFERRED -> 2;
      case SENT -> 3;
      case DELIVERED -> 4;
      case OPENED -> 5;
      case CLICKED -> 6;
      case CONVERTED -> 7;
      case SUPPRESSED, FAILED, UNDELIVERABLE -> 8;
      case BOUNCED -> 9;
      case UNSUBSCRIBED -> 10;
      case SPAMMED -> 11;
    };
  }
}
