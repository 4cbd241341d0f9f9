package dev.beckon.engine;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.codec.NumberRow;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import org.jspecify.annotations.Nullable;

/// Keeps each identifier with one person.
final class Desk {
  private Desk() {}

  static @Nullable PersonKey holder(Rows rows, int workspace, Identifier identifier) {
    return holder(rows, workspace, Keys.desk(workspace, identifier.normalized()));
  }

  static @Nullable PersonKey holder(Rows rows, int workspace, byte[] desk) {
    byte[] row = rows.get(Table.DESK, desk);
    return row == null ? null : new PersonKey(workspace, NumberRow.read(row));
  }

  static void give(Store store, Identifier identifier, PersonKey holder) {
    store.put(
        Table.DESK,
        Keys.desk(holder.workspace(), identifier.normalized()),
        NumberRow.write(holder.cioId()));
  }

  /// Gives the identifier to the claimant if it is free.
  ///
  /// @return who has it now
  static PersonKey claim(Store store, Identifier identifier, PersonKey claimant) {
    PersonKey holder = holder(store, claimant.workspace(), identifier);
    if (holder != null) {
      return holder;
    }
    give(store, identifier, claimant);
    return claimant;
  }

  /// Passes an identifier on, or frees it, if it is with this person.
  static void transfer(Store store, Message.Transfer transfer) {
    PersonKey from = transfer.from();
    if (!from.equals(holder(store, from.workspace(), transfer.identifier()))) {
      return;
    }
    if (transfer.to() == null) {
      release(store, transfer.identifier(), from);
    } else {
      give(store, transfer.identifier(), transfer.to());
    }
  }

  /// Frees the identifier if it is with this person.
  static void release(Store store, Identifier identifier, PersonKey holder) {
    if (holder.equals(holder(store, holder.workspace(), identifier))) {
      store.delete(Table.DESK, Keys.desk(holder.workspace(), identifier.normalized()));
    }
  }
}
