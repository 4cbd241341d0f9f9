package dev.beckon.engine.query;

import dev.beckon.core.catalog.Catalog;
import dev.beckon.core.segment.Condition;
import dev.beckon.core.segment.EventPattern;
import dev.beckon.core.segment.Leaf;
import dev.beckon.engine.codec.CatalogRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which memories of events a condition asks for, and whose people have them already.
final class Memories {

  private final SortedMap<Long, Memory> wanted = new TreeMap<>();

  private Memories() {}

  /// What one leaf needs.
  ///
  /// @param keeps how many latest times are asked for
  /// @param keptSince people who were brought up to this version have it; [Long#MAX_VALUE] for none
  record Memory(EventPattern pattern, int keeps, long keptSince) {}

  static Memories wanted(Rows rows, int workspace, Condition condition) {
    Memories memories = new Memories();
    memories.gather(condition);
    if (!memories.wanted.isEmpty()) {
      byte[] row = rows.get(Table.CATALOG, Keys.workspace(workspace));
      if (row != null) {
        memories.compare(CatalogRow.read(row).compiled(workspace));
      }
    }
    return memories;
  }

  @Nullable Memory of(long leaf) {
    return wanted.get(leaf);
  }

  Collection<Long> leaves() {
    return wanted.keySet();
  }

  private void gather(Condition condition) {
    switch (condition) {
      case Condition.All all -> all.parts().forEach(this::gather);
      case Condition.Any any -> any.parts().forEach(this::gather);
      case Condition.Not not -> gather(not.part());
      case Condition.Performed performed ->
          want(performed.leaf(), performed.pattern(), performed.atLeast());
      case Condition.NotPerformed not -> want(not.leaf(), not.pattern(), 1);
      case Condition.AttributeIs _, Condition.TriggerIs _, Condition.InSegment _ -> {}
    }
  }

  private void want(long leaf, EventPattern pattern, int keeps) {
    wanted.merge(
        leaf,
        new Memory(pattern, keeps, Long.MAX_VALUE),
        (a, b) -> new Memory(pattern, Math.max(a.keeps(), b.keeps()), Long.MAX_VALUE));
  }

  private void compare(Catalog catalog) {
    for (Leaf leaf : catalog.leaves()) {
      wanted.computeIfPresent(
          leaf.id(),
          (_, memory) ->
              leaf.keeps() >= memory.keeps()
                  ? new Memory(memory.pattern(), memory.keeps(), leaf.epoch())
                  : memory);
    }
  }
}
