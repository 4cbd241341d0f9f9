package dev.beckon.simulator.audit;

import dev.beckon.simulator.script.Move;
import dev.beckon.simulator.script.Program;

/// One journey going as far as it can at an instant (spec: journeys.md, 3.2, 3.4, 3.8).
final class Walk {
  private final Judge judge;
  private final Program program;
  private final Voyage voyage;
  private final Trail trail;

  Walk(Judge judge, Program program, Voyage voyage) {
    this.judge = judge;
    this.program = program;
    this.voyage = voyage;
    this.trail = new Trail(program);
  }

  void go() {
    boolean going = true;
    while (going) {
      going = step();
    }
  }

  /// @return whether the journey may go on from where it is now
  private boolean step() {
    Trail.Spot spot = trail.at(voyage.step());
    if (spot == null) {
      return leaveRemoved();
    }
    return switch (spot.move()) {
      case Move.Mail mail -> {
        if (judge.mustLeave(program, voyage, true)) {
          judge.end(voyage, "exited");
          yield false;
        }
        judge.mail(voyage, mail.id());
        yield onTo(spot.next());
      }
      case Move.Pause pause ->
          judge.now() >= voyage.arrivedAt() + pause.length() && onTo(spot.next());
      case Move.Hold hold -> hold(spot, hold);
      case Move.Fork fork -> {
        boolean truth = judge.holds(fork.when(), voyage);
        judge.count(voyage, fork.id(), truth ? "yes" : "no");
        yield onTo(spot.into(truth ? fork.then() : fork.otherwise()));
      }
      case Move.End _ -> onTo("");
    };
  }

  private boolean hold(Trail.Spot spot, Move.Hold hold) {
    if (judge.holds(hold.until(), voyage)) {
      judge.count(voyage, hold.id(), "yes");
      return onTo(spot.into(hold.then()));
    }
    if (hold.atMost() > 0 && judge.now() >= voyage.arrivedAt() + hold.atMost()) {
      judge.count(voyage, hold.id(), "no");
      return onTo(spot.into(hold.otherwise()));
    }
    return false;
  }

  private boolean leaveRemoved() {
    String next = program.retired().get(voyage.step());
    if (next == null) {
      voyage.become(Voyage.Stage.HALTED);
      return false;
    }
    return onTo(next);
  }

  private boolean onTo(String next) {
    judge.count(voyage, voyage.step(), "passed");
    if (next.isEmpty()) {
      judge.end(voyage, "finished");
      return false;
    }
    judge.arrive(voyage, next);
    return true;
  }
}
