package dev.beckon.core.journey;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.campaign.Step;
import dev.beckon.core.catalog.Limits;
import dev.beckon.core.segment.ConditionWords;
import dev.beckon.core.segment.Durations;
import dev.beckon.core.segment.Verdict;
import java.util.ArrayList;
import java.util.List;

/// The walk of one journey as far as it can go now; a message that it decides on leaves the engine
/// as an effect, which the delivery room's `Dispatcher` turns into mail.
///
/// A journey stands on a step since `arrivedAt`; whether it may go on follows from the live
/// definition, so that an edit re-times everybody (spec: journeys.md, 3.8).
public final class JourneyWalk {
  private final Campaign campaign;
  private final Ground ground;
  private Journey journey;
  private boolean walking = true;
  private boolean arrived;

  private JourneyWalk(Campaign campaign, Journey journey, Ground ground) {
    this.campaign = campaign;
    this.journey = journey;
    this.ground = ground;
  }

  /// Enters the first step and goes on from there.
  public static void begin(Campaign campaign, Journey journey, Ground ground) {
    JourneyWalk walk = new JourneyWalk(campaign, journey, ground);
    walk.arrive(campaign.route().first());
    walk.onward();
  }

  /// Goes on from the step on which the journey stands, if that is possible by now.
  public static void resume(Campaign campaign, Journey journey, Ground ground) {
    new JourneyWalk(campaign, journey, ground).onward();
  }

  /// When the journey must be looked at again if nothing happens (epoch ms).
  public static long dueAt(Campaign campaign, Journey journey, Ground ground) {
    Step step = campaign.route().steps().get(journey.step());
    return switch (step) {
      case null -> ground.now();
      case Step.Delay delay -> journey.arrivedAt() + delay.duration();
      case Step.WaitUntil wait -> {
        long changes = ground.ask(wait.until(), journey, new ArrayList<>()).changesAt();
        yield wait.atMost() == 0 ? changes : Math.min(changes, journey.arrivedAt() + wait.atMost());
      }
      case Step.Send _, Step.Branch _, Step.Exit _ -> ground.now();
    };
  }

  private void onward() {
    for (int steps = 0; walking; steps++) {
      if (steps == Limits.STEPS_AT_ONCE_MAX) {
        halt("Expected at most " + Limits.STEPS_AT_ONCE_MAX + " steps in one go.");
        return;
      }
      take();
    }
  }

  private void take() {
    Step step = campaign.route().steps().get(journey.step());
    switch (step) {
      case null -> leaveRetired();
      case Step.Send send -> send(send);
      case Step.Delay delay -> delay(delay);
      case Step.WaitUntil wait -> waitUntil(wait);
      case Step.Branch branch -> branch(branch);
      case Step.Exit _ -> {
        passed(journey.step());
        end(Ending.FINISHED, "reached the exit");
      }
    }
  }

  private void leaveRetired() {
    String next = campaign.route().retired().get(journey.step());
    if (next == null) {
      halt("Expected the step \"" + journey.step() + "\", but it is no longer in the campaign.");
      return;
    }
    trace("removed", "", List.of(), next);
    go(next);
  }

  private void send(Step.Send send) {
    if (ground.mustExit(campaign, journey, true)) {
      end(Ending.EXITED, "an exit condition holds at the message");
      return;
    }
    String withheld = ground.send(campaign, journey, send);
    trace(withheld.isEmpty() ? "sent" : "withheld", withheld, List.of(), send.next());
    go(send.next());
  }

  private void delay(Step.Delay delay) {
    long dueAt = journey.arrivedAt() + delay.duration();
    if (ground.now() < dueAt) {
      rest(Durations.words(delay.duration()));
      return;
    }
    trace("passed", "waited " + Durations.words(delay.duration()), List.of(), delay.next());
    go(delay.next());
  }

  private void waitUntil(Step.WaitUntil wait) {
    List<TraceStep.Look> evidence = new ArrayList<>();
    Verdict verdict = ground.ask(wait.until(), journey, evidence);
    boolean late = wait.atMost() > 0 && ground.now() >= journey.arrivedAt() + wait.atMost();
    if (verdict.truth()) {
      choose("met", "yes", evidence, wait.then());
    } else if (late) {
      choose("timed_out", "no", evidence, wait.otherwise());
    } else {
      rest(ConditionWords.of(wait.until()));
    }
  }

  private void branch(Step.Branch branch) {
    List<TraceStep.Look> evidence = new ArrayList<>();
    boolean truth = ground.ask(branch.when(), journey, evidence).truth();
    choose(
        truth ? "true" : "false",
        truth ? "yes" : "no",
        evidence,
        truth ? branch.then() : branch.otherwise());
  }

  private void choose(String verdict, String way, List<TraceStep.Look> evidence, String next) {
    trace("branched", verdict, evidence, next);
    ground.counted(campaign, journey, journey.step(), way);
    go(next);
  }

  /// Stays on the step; said once, on arrival.
  private void rest(String until) {
    walking = false;
    if (arrived) {
      trace("waiting", until, List.of(), "");
      ground.moved(journey);
    }
  }

  private void go(String next) {
    passed(journey.step());
    if (next.isEmpty()) {
      end(Ending.FINISHED, "took the last step");
    } else {
      arrive(next);
    }
  }

  private void arrive(String step) {
    if (step.isEmpty()) {
      end(Ending.FINISHED, "there is no step to take");
      return;
    }
    journey = journey.arriveAt(step, ground.now());
    arrived = true;
    ground.counted(campaign, journey, step, "reached");
  }

  private void passed(String step) {
    if (!step.isEmpty()) {
      ground.counted(campaign, journey, step, "passed");
    }
  }

  private void halt(String reason) {
    walking = false;
    trace("halted", reason, List.of(), "");
    ground.moved(journey.in(Journey.State.HALTED));
  }

  private void end(Ending ending, String reason) {
    walking = false;
    ground.ended(campaign, journey, ending, reason);
  }

  private void trace(String action, String verdict, List<TraceStep.Look> evidence, String next) {
    ground.traced(
        campaign,
        new TraceStep(
            journey.number(), ground.now(), journey.step(), action, verdict, evidence, next));
  }
}
