package dev.beckon.engine.message;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Effect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one message made a partition say; valid once the batch is committed.
///
/// @param relays for other partitions (or itself), already kept in the RELAY table
/// @param deliveries for the dispatcher, already kept in the OUTBOX table
/// @param person whom the message turned out to concern, or null where nobody came of it
/// @param more whether another tick at the same time would find more to do
public record Outputs(
    List<Relay> relays, List<Pending> deliveries, @Nullable PersonKey person, boolean more) {

  public static final Outputs NONE = new Outputs(List.of(), List.of(), null, false);

  /// A message on its way to another partition.
  public record Relay(int destination, long sequence, Message message) {}

  /// A delivery in the outbox.
  ///
  /// @param sequence its place in the partition's outbox
  public record Pending(int partition, long sequence, Effect.Deliver deliver) {}
}
