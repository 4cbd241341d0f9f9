package dev.beckon.core.machine;

import dev.beckon.core.catalog.Catalog;
import dev.beckon.core.person.Change;
import dev.beckon.core.segment.Leaf;
import dev.beckon.core.segment.LeafState;
import dev.beckon.core.segment.Membership;
import dev.beckon.core.value.LongMap;
import java.util.ArrayList;
import java.util.List;

/// Brings a person up to the definitions in force: new leaves learn from history, gone ones are
/// forgotten, every segment is evaluated anew, and campaigns that take in current members start.
///
/// Both the sweep after a publication and any live input for somebody it has not reached yet come
/// through here, so that nobody is ever judged on half a memory.
final class CatchUp {
  private final Deciding deciding;
  private final Catalog catalog;

  CatchUp(Deciding deciding) {
    this.deciding = deciding;
    this.catalog = deciding.catalog();
  }

  boolean isNeeded() {
    return deciding.person().exists() && deciding.person().catalogVersion() < catalog.sweptFor();
  }

  void run(History history, Starts starts) {
    long knownVersion = deciding.person().catalogVersion();
    forget();
    learn(knownVersion, history);
    deciding.touchAll();
    new Memberships(deciding).settle();
    deciding.change(new Change.CatalogAdopted(catalog.version()));
    starts.settleCurrent(knownVersion);
  }

  private void forget() {
    LongMap<LeafState> known = deciding.person().standing().leaves();
    LongMap<Leaf> current = LongMap.empty();
    for (Leaf leaf : catalog.leaves()) {
      current = current.with(leaf.id(), leaf);
    }
    for (int i = 0; i < known.size(); i++) {
      if (current.get(known.keyAt(i)) == null) {
        deciding.change(new Change.LeafForgotten(known.keyAt(i)));
      }
    }
    LongMap<Membership> memberships = deciding.person().standing().memberships();
    for (int i = 0; i < memberships.size(); i++) {
      int segment = (int) memberships.keyAt(i);
      if (catalog.segment(segment) == null) {
        deciding.change(new Change.MembershipForgotten(segment));
      }
    }
  }

  private void learn(long knownVersion, History history) {
    List<Leaf> fresh = new ArrayList<>();
    for (Leaf leaf : catalog.leaves()) {
      if (leaf.epoch() > knownVersion) {
        fresh.add(leaf);
      }
    }
    new Recollection(deciding).learn(fresh, history);
  }
}
