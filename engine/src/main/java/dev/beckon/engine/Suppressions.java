package dev.beckon.engine;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.engine.codec.SuppressedRow;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Identifiers of this desk that bring nobody about until they are unsuppressed (spec: data-in.md,
/// 1.5); they outlive the person who had them.
final class Suppressions {
  private final Site site;
  private final Relays relays;
  private final Bookkeeping books;

  Suppressions(Site site, Relays relays, Bookkeeping books) {
    this.site = site;
    this.relays = relays;
    this.books = books;
  }

  static boolean has(Rows rows, int workspace, Identifier identifier) {
    return get(rows, workspace, identifier) != null;
  }

  private static @Nullable SuppressedRow get(Rows rows, int workspace, Identifier identifier) {
    byte[] row = rows.get(Table.SUPPRESSED, Keys.desk(workspace, identifier.normalized()));
    return row == null ? null : SuppressedRow.read(row);
  }

  /// Blocks an identifier that nobody has.
  void block(Store store, int workspace, Identifier identifier, long at) {
    put(store, workspace, identifier, new SuppressedRow(at, 0, List.of(identifier)));
  }

  /// Blocks an identifier of somebody who has just been suppressed, if it is still theirs.
  void block(Store store, Message.Block block) {
    PersonKey holder = block.holder();
    int workspace = holder.workspace();
    if (holder.equals(Desk.holder(store, workspace, block.identifier()))) {
      Desk.release(store, block.identifier(), holder);
      put(
          store,
          workspace,
          block.identifier(),
          new SuppressedRow(block.at(), holder.cioId(), block.together()));
    }
  }

  private void put(Store store, int workspace, Identifier identifier, SuppressedRow row) {
    row.write(site.scratch().clear());
    store.put(
        Table.SUPPRESSED, Keys.desk(workspace, identifier.normalized()), site.scratch().toBytes());
  }

  /// Frees an identifier, and has those freed that were blocked with it.
  void unsuppress(Store store, int workspace, Input.Unsuppress input) {
    SuppressedRow row = get(store, workspace, input.by());
    if (row == null) {
      return;
    }
    remove(store, workspace, input.by());
    for (Identifier other : row.together()) {
      if (!other.sameAs(input.by())) {
        relays.send(
            store,
            Routing.deskOf(workspace, other, site.partitions()),
            new Message.Unblock(new PersonKey(workspace, row.cioId()), other, input.at()));
      }
    }
  }

  void unblock(Store store, Message.Unblock unblock) {
    int workspace = unblock.person().workspace();
    SuppressedRow row = get(store, workspace, unblock.identifier());
    if (row != null && row.cioId() == unblock.person().cioId()) {
      remove(store, workspace, unblock.identifier());
    }
  }

  private static void remove(Store store, int workspace, Identifier identifier) {
    store.delete(Table.SUPPRESSED, Keys.desk(workspace, identifier.normalized()));
  }

  /// Says that a call was dropped because of an identifier.
  void dropped(Store store, int workspace, Identifier blocked, Input input) {
    Value.Fields data =
        Value.Fields.EMPTY
            .with("reason", Value.of("The identifier is suppressed."))
            .with(blocked.kind().word(), Value.of(blocked.value()));
    String type = "failed_attribute_change";
    String name = blocked.kind().word();
    if (input instanceof Input.Track track) {
      data = data.with("data", track.event().data());
      type = "failed_event";
      name = track.event().name();
    }
    long at = input.at();
    Fact.Activity activity = new Fact.Activity(0, at, type, name, at, data, 0);
    books.activities().addOfNobody(store, workspace, activity, null);
    books.tallies().count(workspace, "suppressed", at, 1);
  }
}
