package dev.beckon.engine;

import dev.beckon.core.catalog.Catalog;
import dev.beckon.core.catalog.DefinitionException;
import dev.beckon.engine.codec.ByteSink;
import dev.beckon.engine.codec.CatalogRow;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The definitions in force, compiled, by workspace.
final class Catalogs {
  private static final byte[] FIRST = new byte[0];

  private final Map<Integer, Catalog> inForce = new HashMap<>();
  private final ByteSink out;

  /// The one that was asked for last, which is mostly the one that is asked for next.
  private @Nullable Catalog latest;

  Catalogs(Rows rows, ByteSink out) {
    this.out = out;
    rows.scan(
        Table.CATALOG,
        FIRST,
        null,
        (key, row) -> {
          int workspace = Keys.workspaceIn(key);
          inForce.put(workspace, CatalogRow.read(row).compiled(workspace));
          return true;
        });
  }

  Catalog of(int workspace) {
    Catalog last = latest;
    if (last != null && last.workspace() == workspace) {
      return last;
    }
    Catalog catalog = inForce.get(workspace);
    if (catalog == null) {
      catalog = Catalog.empty(workspace);
      inForce.put(workspace, catalog);
    }
    latest = catalog;
    return catalog;
  }

  /// Puts newer definitions in force.
  ///
  /// @return whether everybody has to be brought up to date
  /// @throws DefinitionException where they are wrong; what was in force stays
  boolean publish(Store store, Message.Publish publish) throws DefinitionException {
    Catalog before = of(publish.workspace());
    if (publish.version() <= before.version()) {
      return false;
    }
    Catalog after =
        Catalog.compile(
            publish.workspace(), publish.version(), publish.definitions(), before.epochs());
    new CatalogRow(publish.version(), publish.definitions(), after.epochs().toValue())
        .write(out.clear());
    store.put(Table.CATALOG, Keys.workspace(publish.workspace()), out.toBytes());
    inForce.put(publish.workspace(), after);
    latest = after;
    return after.sweep();
  }
}
