package dev.beckon.simulator.audit;

import dev.beckon.simulator.script.Move;
import dev.beckon.simulator.script.Program;
import dev.beckon.simulator.script.Rule;
import dev.beckon.simulator.script.Script;

/// The instants at which an answer about a person may change by itself: all ends of all windows of
/// everything they did, and all ends of what their journeys wait for.
final class Instants {
  private final Script script;
  private final Dossier dossier;
  private long after;
  private long next = Long.MAX_VALUE;

  Instants(Script script, Dossier dossier) {
    this.script = script;
    this.dossier = dossier;
  }

  long next(long afterInstant, long filterTime) {
    after = afterInstant;
    script.forEachRule(this::ends);
    for (Voyage voyage : dossier.voyages()) {
      if (voyage.stage() == Voyage.Stage.FILTERING) {
        offer(voyage.startedAt() + filterTime);
      }
      waits(voyage);
    }
    return next;
  }

  private void ends(Rule rule) {
    if (rule instanceof Rule.Did did && did.within() > 0) {
      ends(did.deed(), did.within());
    } else if (rule instanceof Rule.DidNot not && not.within() > 0) {
      ends(not.deed(), not.within());
      offer(dossier.knownSince() + not.within());
    }
  }

  private void ends(Rule.Deed wanted, long within) {
    for (Deed deed : dossier.deeds()) {
      if (deed.is(wanted)) {
        offer(deed.at() + within);
      }
    }
  }

  private void waits(Voyage voyage) {
    Program program = script.program(voyage.program());
    Trail.Spot spot = program == null ? null : new Trail(program).at(voyage.step());
    if (spot == null) {
      return;
    }
    switch (spot.move()) {
      case Move.Pause pause -> offer(voyage.arrivedAt() + pause.length());
      case Move.Hold hold when hold.atMost() > 0 -> offer(voyage.arrivedAt() + hold.atMost());
      case Move.Hold _, Move.Fork _, Move.Mail _, Move.End _ -> {}
    }
  }

  private void offer(long instant) {
    if (instant > after) {
      next = Math.min(next, instant);
    }
  }
}
