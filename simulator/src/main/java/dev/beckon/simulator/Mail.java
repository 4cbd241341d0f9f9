package dev.beckon.simulator;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.machine.Effect;
import dev.beckon.core.value.Value;

/// A message as it came to the post office.
///
/// @param at when it was decided on (epoch ms)
public record Mail(DeliveryId id, long at, String recipient, String message, Value.Fields context) {
  static Mail of(Effect.Deliver deliver) {
    Value.Fields context = deliver.rendering().context();
    return new Mail(
        deliver.id(),
        deliver.at(),
        deliver.rendering().recipient(),
        text(context, "message", "name"),
        context);
  }

  /// A field of what the message is rendered with; empty where it is not there.
  public String text(String namespace, String field) {
    return text(context, namespace, field);
  }

  private static String text(Value.Fields context, String namespace, String field) {
    Value found = context.get(namespace) instanceof Value.Fields inner ? inner.get(field) : null;
    return found == null ? "" : found.asText();
  }
}
