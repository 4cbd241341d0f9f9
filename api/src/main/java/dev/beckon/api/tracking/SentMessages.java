package dev.beckon.api.tracking;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.delivery.sandbox.Sandbox;
import dev.beckon.delivery.tracking.DeliveryToken;
import java.util.Optional;

/// What messages looked like when they went out, as far as that is kept.
@FunctionalInterface
public interface SentMessages {
  /// Those that the sandbox keeps.
  static SentMessages in(Sandbox sandbox, DeliveryToken tokens) {
    return delivery ->
        sandbox
            .read(delivery.person().workspace(), tokens.of(delivery))
            .flatMap(message -> Optional.ofNullable(message.html()));
  }

  /// The message's HTML.
  Optional<String> html(DeliveryId delivery);
}
