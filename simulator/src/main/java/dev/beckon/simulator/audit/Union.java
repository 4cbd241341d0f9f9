package dev.beckon.simulator.audit;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.identity.Whom;
import dev.beckon.core.machine.Input;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How two people become one, in the model.
final class Union {
  private static final int MERGES_MAX = 100;

  private final Auditor auditor;
  private final Office office;
  private final Dossier dossier;
  private final Counts counts;

  Union(Auditor auditor, Office office, Dossier dossier, Counts counts) {
    this.auditor = auditor;
    this.office = office;
    this.dossier = dossier;
    this.counts = counts;
  }

  /// The person is to take in somebody else, who is called.
  void call(Input.Merge merge) {
    PersonKey key = dossier.key();
    if (!isMeant(merge.by()) || dossier.absorbed().size() >= MERGES_MAX) {
      return;
    }
    switch (merge.other()) {
      case Whom.ByIdentifier(Identifier other) -> {
        if (isMeant(other)) {
          return;
        }
        auditor.tellsHolder(office, key, other, new Input.Depart(merge.at(), other, key, null));
      }
      case Whom.ByKey(PersonKey other) -> {
        if (!other.equals(key)) {
          auditor.tells(office, other, new Input.Depart(merge.at(), null, key, null));
        }
      }
    }
  }

  /// @return whether the person leaves
  boolean depart(Input.Depart depart, long at) {
    Identifier shared = depart.shared();
    boolean leaves =
        shared == null
            ? isMeant(depart.by()) && !depart.into().equals(dossier.key())
            : waitsFor(shared);
    if (leaves) {
      leave(depart.into(), at);
    }
    return leaves;
  }

  private boolean waitsFor(Identifier shared) {
    Dossier.Slot slot = dossier.slot(shared.kind());
    return slot != null && dossier.holds(shared) && slot.pending() && slot.instead() == null;
  }

  /// @return whether the person leaves
  boolean propose(Input.Propose proposed, long at) {
    Dossier.Slot slot = dossier.slot(proposed.shared().kind());
    boolean same = slot != null && dossier.holds(proposed.shared()) && !slot.pending();
    for (Identifier other : proposed.has()) {
      Dossier.Slot own = dossier.slot(other.kind());
      same &= own == null || (own.pending() && dossier.holds(other));
    }
    PersonKey key = dossier.key();
    if (!same || proposed.from().equals(key)) {
      auditor.tells(
          office, proposed.from(), new Input.Decline(proposed.at(), proposed.shared(), key));
      return false;
    }
    boolean older =
        dossier.createdAt() < proposed.since()
            || (dossier.createdAt() == proposed.since()
                && Long.compareUnsigned(key.cioId(), proposed.from().cioId()) < 0);
    if (older) {
      auditor.tells(
          office, proposed.from(), new Input.Depart(proposed.at(), null, key, proposed.shared()));
    } else {
      leave(proposed.from(), at);
    }
    return !older;
  }

  private void leave(PersonKey into, long at) {
    auditor.departs(office, dossier, into, at);
    for (Dossier.Slot slot : dossier.slots()) {
      if (slot.pending()) {
        auditor.releases(office, dossier, slot.identifier(), at);
      }
    }
  }

  /// The other has come with everything.
  void with(Dossier other, long at) {
    for (IdentifierKind kind : IdentifierKind.values()) {
      Dossier.Slot theirs = other.slot(kind);
      Identifier value =
          theirs == null ? null : theirs.pending() ? theirs.instead() : theirs.identifier();
      if (value != null) {
        identifier(other, value, at);
      }
    }
    Judge judge = new Judge(office.script(), dossier, counts, at);
    voyages(other, judge);
    other
        .lastEntries()
        .forEach((program, last) -> dossier.lastEntries().merge(program, last, Math::max));
    dossier.absorb(other);
    judge.settle(null);
    dossier.muting().note(Judge.isMuted(dossier), at);
    dossier.look(at);
  }

  private void identifier(Dossier other, Identifier value, long at) {
    Dossier.Slot own = dossier.slot(value.kind());
    boolean kept = own == null || dossier.holds(value);
    if (kept) {
      dossier.fill(value.kind(), new Dossier.Slot(value, false));
      if (own != null && own.instead() != null) {
        auditor.releases(office, dossier, own.instead(), at);
      }
    }
    auditor.transfers(office, other.key(), kept ? dossier.key() : null, value, at);
  }

  private void voyages(Dossier other, Judge judge) {
    List<Integer> known = new ArrayList<>(dossier.lastEntries().keySet());
    dossier.voyages().forEach(voyage -> known.add(voyage.program()));
    for (Voyage voyage : other.voyages()) {
      if (known.contains(voyage.program())) {
        judge.end(voyage, "exited");
      } else {
        dossier.voyages().add(voyage);
      }
    }
  }

  private boolean isMeant(@Nullable Identifier by) {
    return by == null || dossier.holds(by) || dossier.keeps(by);
  }
}
