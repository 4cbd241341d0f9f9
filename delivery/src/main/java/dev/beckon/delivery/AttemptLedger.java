package dev.beckon.delivery;

import dev.beckon.core.delivery.DeliveryId;
import java.util.Optional;

/// What has been handed to providers and not been reported yet, kept so that a crash at any moment
/// leaves as little doubt as possible.
///
/// The window that stays open is between [#started] and [#ended]: a message that was under way when
/// the machine died may or may not have been taken; it is sent again under the same Message-ID, and
/// marked. A message that had ended is not sent again, only reported.
public interface AttemptLedger extends AutoCloseable {

  /// The end of a delivery that has not been reported yet.
  Optional<Outcome> outcome(DeliveryId delivery);

  /// Whether the delivery has been handed to a provider whose answer is not known.
  boolean inDoubt(DeliveryId delivery);

  /// The message is about to be handed over; returns when that is durable.
  void started(DeliveryId delivery);

  /// The message was surely not taken.
  void withdrawn(DeliveryId delivery);

  /// The provider has answered for good; returns when that is durable.
  void ended(DeliveryId delivery, Outcome outcome);

  /// The outcome has been reported; nothing has to be remembered. Returns at once.
  void reported(DeliveryId delivery);

  @Override
  void close();

  /// A ledger that forgets everything when the process ends.
  static AttemptLedger inMemory() {
    return new MemoryLedger();
  }
}
