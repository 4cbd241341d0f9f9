package dev.beckon.engine;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What gathers while one message is processed.
final class Turn {
  private final ArrayDeque<Message> own = new ArrayDeque<>();
  private List<Outputs.Relay> relays = List.of();
  private List<Outputs.Pending> deliveries = List.of();
  private @Nullable PersonKey person;
  private boolean quarantined;
  private boolean more;

  void begin() {
    relays = List.of();
    deliveries = List.of();
    person = null;
    quarantined = false;
    more = false;
  }

  /// A message of the partition to itself, processed before the turn is over.
  void tellOneself(Message message) {
    own.add(message);
  }

  @Nullable Message nextOwn() {
    return own.poll();
  }

  void add(Outputs.Relay relay) {
    if (relays.isEmpty()) {
      relays = new ArrayList<>();
    }
    relays.add(relay);
  }

  void add(Outputs.Pending delivery) {
    if (deliveries.isEmpty()) {
      deliveries = new ArrayList<>();
    }
    deliveries.add(delivery);
  }

  /// The first person whom the turn turned out to concern.
  void concerns(PersonKey key) {
    if (person == null) {
      person = key;
    }
  }

  /// Something of the turn was put into quarantine.
  void quarantine() {
    quarantined = true;
  }

  boolean isQuarantined() {
    return quarantined;
  }

  /// Another tick at the same time would find more to do.
  void askForMore() {
    more = true;
  }

  Outputs outputs() {
    if (relays.isEmpty() && deliveries.isEmpty() && person == null && !more) {
      return Outputs.NONE;
    }
    return new Outputs(relays, deliveries, person, more);
  }
}
