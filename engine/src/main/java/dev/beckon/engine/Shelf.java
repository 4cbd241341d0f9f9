package dev.beckon.engine;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.engine.codec.NumberRow;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;

/// Knows who was last seen with each device; whoever had it before loses it, so that nobody reads
/// another person's messages.
final class Shelf {
  private final Relays relays;

  Shelf(Relays relays) {
    this.relays = relays;
  }

  void seen(Store store, Message.DeviceSeen seen) {
    PersonKey person = seen.person();
    byte[] key = Keys.device(person.workspace(), seen.token());
    byte[] row = store.get(Table.DEVICE, key);
    store.put(Table.DEVICE, key, NumberRow.write(person.cioId()));
    if (row != null && NumberRow.read(row) != person.cioId()) {
      PersonKey before = new PersonKey(person.workspace(), NumberRow.read(row));
      relays.send(
          store,
          before.partition(),
          new Message.ToPerson(before, new Input.DeviceLost(seen.at(), null, seen.token())));
    }
  }

  void lost(Store store, Message.DeviceLost lost) {
    byte[] key = Keys.device(lost.person().workspace(), lost.token());
    byte[] row = store.get(Table.DEVICE, key);
    if (row != null && NumberRow.read(row) == lost.person().cioId()) {
      store.delete(Table.DEVICE, key);
    }
  }
}
