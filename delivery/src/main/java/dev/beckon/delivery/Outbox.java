package dev.beckon.delivery;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.machine.Effect;
import org.jspecify.annotations.Nullable;

/// Where deliveries wait durably until their end has been reported; read when there were too many
/// to keep in memory.
@FunctionalInterface
public interface Outbox {

  /// The delivery, or null if it is no longer waiting.
  Effect.@Nullable Deliver read(DeliveryId delivery);
}
