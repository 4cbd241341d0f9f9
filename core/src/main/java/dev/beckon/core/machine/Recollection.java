package dev.beckon.core.machine;

import dev.beckon.core.catalog.Catalog;
import dev.beckon.core.event.Event;
import dev.beckon.core.person.Change;
import dev.beckon.core.person.Person;
import dev.beckon.core.segment.Leaf;
import dev.beckon.core.segment.LeafState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What leaves remember of a person, put together from another person's memory or from the past.
final class Recollection {
  private final Deciding deciding;

  Recollection(Deciding deciding) {
    this.deciding = deciding;
  }

  /// Adds what another person remembers. Leaves that they do not know, because other definitions
  /// were in force where they come from, are worked out from the past of both.
  ///
  /// @param history of both
  void join(Person other, History history) {
    Catalog catalog = deciding.catalog();
    boolean newer = other.catalogVersion() > catalog.version();
    List<Leaf> unknown = new ArrayList<>();
    for (Leaf leaf : catalog.leaves()) {
      if (newer || leaf.epoch() > other.catalogVersion()) {
        unknown.add(leaf);
      } else {
        add(leaf, other.standing().leaves().get(leaf.id()));
      }
    }
    learn(unknown, history);
  }

  private void add(Leaf leaf, @Nullable LeafState theirs) {
    if (theirs != null) {
      LeafState own = deciding.person().standing().leaves().get(leaf.id());
      LeafState sum = own == null ? theirs : own.plus(theirs, leaf.keeps());
      deciding.change(new Change.LeafMoved(leaf.id(), sum));
    }
  }

  /// Works leaves out from the past, whatever was known of them.
  void learn(List<Leaf> leaves, History history) {
    if (leaves.isEmpty()) {
      return;
    }
    LeafState[] states = new LeafState[leaves.size()];
    Arrays.fill(states, LeafState.NONE);
    history.forEach(event -> remember(leaves, states, event));
    for (int i = 0; i < states.length; i++) {
      if (states[i].count() > 0) {
        deciding.change(new Change.LeafMoved(leaves.get(i).id(), states[i]));
      } else if (deciding.person().standing().leaves().get(leaves.get(i).id()) != null) {
        deciding.change(new Change.LeafForgotten(leaves.get(i).id()));
      }
    }
  }

  private static void remember(List<Leaf> leaves, LeafState[] states, Event event) {
    for (int i = 0; i < states.length; i++) {
      if (leaves.get(i).pattern().matches(event)) {
        states[i] = states[i].plus(event.timestamp(), leaves.get(i).keeps());
      }
    }
  }
}
