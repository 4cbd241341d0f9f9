package dev.beckon.engine;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Effect;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.List;

/// Sends the past of somebody who leaves for another person's home, in pieces that fit into a
/// message of every host, and the person behind them.
final class Packing {
  /// How large a message with luggage gets, by and large.
  static final int LUGGAGE_BYTES_MAX = 256 * 1024;

  private static final int[] ORDER = {
    Table.ACTIVITY.code(), Table.JOURNEY.code(), Table.TRACE.code(), Table.DELIVERY.code()
  };

  private final Relays relays;

  Packing(Relays relays) {
    this.relays = relays;
  }

  void send(Store store, Effect.Depart depart, long at) {
    PersonKey from = depart.leaving().key();
    Suitcase suitcase = new Suitcase(store, depart.into(), from, at);
    for (int code : ORDER) {
      store.scan(
          tableOf(code),
          Keys.person(from),
          Keys.after(Keys.person(from)),
          (key, row) -> suitcase.add(code, key, row));
    }
    suitcase.send();
    relays.send(
        store, depart.into().partition(), new Message.Absorb(depart.into(), depart.leaving(), at));
  }

  static Table tableOf(int code) {
    for (Table table : Table.values()) {
      if (table.code() == code) {
        return table;
      }
    }
    throw new IllegalArgumentException("Expected the code of a table, but got " + code + ".");
  }

  private final class Suitcase {
    private final Store store;
    private final PersonKey into;
    private final PersonKey from;
    private final long at;
    private final List<List<Message.Piece>> full = new ArrayList<>();
    private List<Message.Piece> pieces = new ArrayList<>();
    private int bytes;

    Suitcase(Store store, PersonKey into, PersonKey from, long at) {
      this.store = store;
      this.into = into;
      this.from = from;
      this.at = at;
    }

    boolean add(int table, byte[] key, byte[] row) {
      pieces.add(
          new Message.Piece(table, Keys.numberIn(key), Keys.ordinalIn(key), Message.Bytes.of(row)));
      bytes += row.length;
      if (bytes >= LUGGAGE_BYTES_MAX) {
        close();
      }
      return true;
    }

    private void close() {
      if (!pieces.isEmpty()) {
        full.add(pieces);
      }
      pieces = new ArrayList<>();
      bytes = 0;
    }

    void send() {
      close();
      for (int part = 1; part <= full.size(); part++) {
        relays.send(
            store, into.partition(), new Message.Luggage(into, from, part, full.get(part - 1), at));
      }
    }
  }
}
