package dev.beckon.delivery;

import dev.beckon.core.machine.Effect;
import org.jspecify.annotations.Nullable;

/// Where deliveries wait durably until their end has been reported; read when there were too many
/// to keep in memory.
@FunctionalInterface
public interface Outbox {

  /// A delivery's place: partition and sequence.
  record Place(int partition, long sequence) {}

  /// The delivery at this place, or null if it is no longer there.
  Effect.@Nullable Deliver read(Place place);
}
