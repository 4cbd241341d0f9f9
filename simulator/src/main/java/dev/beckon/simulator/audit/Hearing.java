package dev.beckon.simulator.audit;

import dev.beckon.core.delivery.Metric;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.simulator.script.Script;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes in what is said of one person, and has everything that follows happen at that instant.
final class Hearing {
  private final Auditor auditor;
  private final Office office;
  private final Dossier dossier;
  private final Counts counts;

  Hearing(Auditor auditor, Office office, Dossier dossier, Counts counts) {
    this.auditor = auditor;
    this.office = office;
    this.dossier = dossier;
    this.counts = counts;
  }

  /// @param at the instant at which it counts (epoch ms); the input may say when it was received
  void take(Input input, long at) {
    Script script = office.script();
    Deed deed = null;
    switch (input) {
      case Input.Identify identify -> identify(identify, at);
      case Input.Track track -> deed = track(track, at);
      case Input.Delete delete -> {
        Identifier by = delete.by();
        if (by == null || dossier.holds(by) || dossier.keeps(by)) {
          delete(at, false);
          return;
        }
      }
      case Input.Suppress suppress -> {
        Identifier by = suppress.by();
        if (by == null || dossier.holds(by) || dossier.keeps(by)) {
          delete(at, true);
          return;
        }
      }
      case Input.Merge merge -> new Union(auditor, office, dossier, counts).call(merge);
      case Input.Depart depart -> {
        if (new Union(auditor, office, dossier, counts).depart(depart, at)) {
          return;
        }
      }
      case Input.Propose proposed -> {
        if (new Union(auditor, office, dossier, counts).propose(proposed, at)) {
          return;
        }
      }
      case Input.Decline declined -> {
        Dossier.Slot slot = dossier.slot(declined.shared().kind());
        if (slot != null && slot.pending() && dossier.holds(declined.shared())) {
          refuse(slot);
        }
      }
      case Input.Absorb _ -> {}
      case Input.Unsuppress _, Input.DeviceSeen _, Input.DeviceLost _ -> {}
      case Input.Report report -> report(report, at);
      case Input.ClaimAnswered answer -> answered(answer, at);
      case Input.EndJourney end -> endOldest(script, at);
      case Input.ResumeJourney resume -> resumeOldest();
      case Input.Wake _ -> {}
    }
    new Judge(script, dossier, counts, at).settle(deed);
    dossier.muting().note(Judge.isMuted(dossier), at);
    dossier.look(at);
  }

  private Deed track(Input.Track track, long at) {
    Value kind = track.event().data().get("kind");
    Deed deed =
        new Deed(
            track.event().name(),
            kind == null ? null : kind.asText(),
            Math.min(track.event().timestamp(), at));
    dossier.deeds().add(deed);
    if (track.event().data().get("mark") instanceof Value.Whole(long mark)) {
      dossier.marks().add(mark);
    }
    return deed;
  }

  private void identify(Input.Identify identify, long at) {
    Identifier by = identify.by();
    if (by != null && !dossier.holds(by) && !dossier.keeps(by)) {
      if (dossier.slot(by.kind()) != null) {
        auditor.releases(office, dossier, by, at);
        List<PersonKey> lenders = new ArrayList<>(dossier.absorbed());
        lenders.sort(Comparator.comparingLong(PersonKey::cioId));
        lenders.forEach(lender -> auditor.transfers(office, lender, null, by, at));
      }
      hold(by, false, at);
    }
    for (Identifier identifier : identify.sets()) {
      hold(identifier, identify.by() == null, at);
    }
    long setAt =
        identify.setAt() == null ? identify.at() : Math.min(identify.setAt(), identify.at());
    for (Map.Entry<String, Value> entry : identify.attributes().entrySet()) {
      Dossier.Written before = dossier.written(entry.getKey());
      boolean nothing = before == null && entry.getValue().isBlank();
      if (!nothing && (before == null || before.setAt() <= setAt)) {
        dossier.write(entry.getKey(), new Dossier.Written(entry.getValue(), setAt));
        boolean same = before != null && before.value().equals(entry.getValue());
        if (entry.getKey().equals("anonymous_id") && !same) {
          auditor.associates(office, dossier, entry.getValue().asText(), at);
        }
      }
    }
  }

  private void hold(Identifier identifier, boolean replacing, long at) {
    Dossier.Slot slot = dossier.slot(identifier.kind());
    if (dossier.holds(identifier) || (slot != null && !replacing)) {
      return;
    }
    if (dossier.keeps(identifier)) {
      dossier.fill(identifier.kind(), new Dossier.Slot(identifier, false));
      return;
    }
    Identifier instead = slot == null || slot.pending() ? null : slot.identifier();
    if (slot != null && slot.pending()) {
      instead = slot.instead();
    }
    dossier.fill(identifier.kind(), new Dossier.Slot(identifier, true, instead));
    auditor.claims(office, dossier, identifier, at);
  }

  private void answered(Input.ClaimAnswered answer, long at) {
    IdentifierKind kind = answer.identifier().kind();
    Dossier.Slot slot = dossier.slot(kind);
    if (slot != null && dossier.keeps(answer.identifier())) {
      if (!answer.granted()) {
        dossier.fill(kind, new Dossier.Slot(slot.identifier(), slot.pending()));
      }
    } else if (!dossier.holds(answer.identifier())) {
      if (answer.granted()) {
        auditor.releases(office, dossier, answer.identifier(), at);
      }
    } else if (slot != null && answer.granted()) {
      dossier.fill(kind, new Dossier.Slot(slot.identifier(), false));
      if (slot.instead() != null) {
        auditor.releases(office, dossier, slot.instead(), at);
      }
    } else if (slot != null) {
      refused(answer, slot, at);
    }
  }

  private void refused(Input.ClaimAnswered answer, Dossier.Slot slot, long at) {
    PersonKey holder =
        answer.holder() == null
            ? null
            : PersonKey.parse(dossier.key().workspace(), answer.holder());
    boolean absorbed = holder != null && dossier.absorbed().contains(holder);
    boolean maybeTheSame =
        office.script().autoMerge() && slot.pending() && slot.instead() == null && !absorbed;
    if (holder != null && maybeTheSame) {
      List<Identifier> has = new ArrayList<>();
      for (Dossier.Slot other : dossier.slots()) {
        if (other.identifier().kind() != slot.identifier().kind()) {
          has.add(other.identifier());
        }
      }
      auditor.tells(
          office,
          holder,
          new Input.Propose(
              answer.at(), dossier.key(), dossier.createdAt(), answer.identifier(), has));
    } else if (holder != null && absorbed) {
      dossier.fill(slot.identifier().kind(), new Dossier.Slot(slot.identifier(), false));
      auditor.transfers(office, holder, dossier.key(), answer.identifier(), at);
    } else {
      refuse(slot);
    }
  }

  private void refuse(Dossier.Slot slot) {
    Identifier instead = slot.instead();
    dossier.fill(
        slot.identifier().kind(), instead == null ? null : new Dossier.Slot(instead, false));
  }

  private void report(Input.Report report, long at) {
    Letter letter = dossier.byDelivery().get(report.delivery());
    if (report.metric() == Metric.CLICKED) {
      note(letter, Metric.OPENED, at);
    }
    note(letter, report.metric(), at);
    if (report.metric() == Metric.UNSUBSCRIBED) {
      write("unsubscribed", Value.of(true), at);
    } else if (report.metric() == Metric.BOUNCED || report.metric() == Metric.SPAMMED) {
      String address = dossier.email();
      if (address != null) {
        write("_suppressed_email", Value.of(address), at);
      }
    }
  }

  private void write(String name, Value value, long at) {
    Dossier.Written before = dossier.written(name);
    if (before == null || !before.value().equals(value)) {
      dossier.write(name, new Dossier.Written(value, at));
    }
  }

  private void note(@Nullable Letter letter, Metric metric, long at) {
    if (letter != null && dossier.remembered().contains(letter) && letter.note(metric, at)) {
      counts.count(letter.program(), letter.step(), metric.word());
    }
  }

  private void endOldest(Script script, long at) {
    List<Voyage> voyages = dossier.voyages();
    if (!voyages.isEmpty()) {
      new Judge(script, dossier, counts, at).end(voyages.removeFirst(), "exited");
    }
  }

  private void resumeOldest() {
    for (Voyage voyage : dossier.voyages()) {
      if (voyage.stage() == Voyage.Stage.HALTED) {
        voyage.become(Voyage.Stage.ACTIVE);
        return;
      }
    }
  }

  private void delete(long at, boolean suppress) {
    Judge judge = new Judge(office.script(), dossier, counts, at);
    dossier.voyages().forEach(voyage -> judge.end(voyage, "exited"));
    List<Identifier> known = dossier.known();
    for (Identifier identifier : known) {
      if (suppress) {
        auditor.blocks(office, dossier, identifier, known, at);
      } else {
        auditor.releases(office, dossier, identifier, at);
      }
    }
    dossier.go();
  }
}
