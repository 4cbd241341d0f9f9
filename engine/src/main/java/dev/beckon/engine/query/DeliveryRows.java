package dev.beckon.engine.query;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.machine.Fact;
import dev.beckon.engine.codec.DeliveryRow;
import dev.beckon.engine.codec.OutcomeRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads single messages with what became of them.
final class DeliveryRows {
  private DeliveryRows() {}

  static @Nullable DeliveryView at(Rows rows, DeliveryId id) {
    byte[] from = Keys.delivery(id);
    Reading reading = new Reading(id);
    rows.scan(Table.DELIVERY, from, Keys.after(from), reading);
    return reading.view();
  }

  static DeliveryView view(DeliveryId id, byte[] row, List<Fact.Outcome> outcomes) {
    DeliveryRow read = DeliveryRow.read(row);
    return new DeliveryView(
        id,
        read.createdAt(),
        read.channel(),
        new DeliveryView.Origin(
            read.origin().campaign(),
            read.origin().step(),
            read.origin().journey(),
            read.origin().content()),
        read.recipient(),
        outcomes);
  }

  static Fact.Outcome outcome(DeliveryId id, byte[] row) {
    OutcomeRow read = OutcomeRow.read(row);
    return new Fact.Outcome(id, read.at(), read.metric(), read.detail());
  }

  private static final class Reading implements Rows.Visitor {
    private final DeliveryId id;
    private final List<Fact.Outcome> outcomes = new ArrayList<>();
    private byte @Nullable [] message;

    Reading(DeliveryId id) {
      this.id = id;
    }

    @Override
    public boolean row(byte[] key, byte[] value) {
      if (Keys.isOutcome(key)) {
        outcomes.add(outcome(id, value));
      } else {
        message = value;
      }
      return true;
    }

    @Nullable DeliveryView view() {
      return message == null ? null : DeliveryRows.view(id, message, outcomes);
    }
  }
}
