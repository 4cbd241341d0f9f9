package dev.beckon.engine;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.machine.Effect;
import dev.beckon.engine.codec.ByteSink;
import dev.beckon.engine.codec.OutboxRow;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Deliveries that are decided on: there from the commit until their end is reported.
final class Outbox {
  private static final byte[] FIRST = new byte[0];

  private final int index;
  private final Position position;
  private final Turn turn;
  private final ByteSink out;

  Outbox(int index, Position position, Turn turn, ByteSink out) {
    this.index = index;
    this.position = position;
    this.turn = turn;
    this.out = out;
  }

  void add(Store store, Effect.Deliver deliver) {
    long sequence = position.next();
    new OutboxRow(sequence, deliver).write(out.clear());
    store.put(Table.OUTBOX, Keys.delivery(deliver.id()), out.toBytes());
    turn.add(new Outputs.Pending(index, sequence, deliver));
  }

  void remove(Store store, DeliveryId delivery) {
    store.delete(Table.OUTBOX, Keys.delivery(delivery));
  }

  static Effect.@Nullable Deliver pending(Rows rows, DeliveryId delivery) {
    byte[] row = rows.get(Table.OUTBOX, Keys.delivery(delivery));
    return row == null ? null : OutboxRow.read(row).deliver();
  }

  static List<Outputs.Pending> pending(Rows rows, int partition) {
    List<Outputs.Pending> pending = new ArrayList<>();
    rows.scan(
        Table.OUTBOX,
        FIRST,
        null,
        (_, row) -> {
          OutboxRow read = OutboxRow.read(row);
          pending.add(new Outputs.Pending(partition, read.sequence(), read.deliver()));
          return true;
        });
    pending.sort((a, b) -> Long.compare(a.sequence(), b.sequence()));
    return pending;
  }
}
