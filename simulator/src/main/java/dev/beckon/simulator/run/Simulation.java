package dev.beckon.simulator.run;

import dev.beckon.core.journey.Journey;
import dev.beckon.core.machine.Input;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.LongMap;
import dev.beckon.engine.message.Message;
import dev.beckon.simulator.Stored;
import dev.beckon.simulator.World;
import dev.beckon.simulator.check.Checker;
import dev.beckon.simulator.check.Evidence;
import dev.beckon.simulator.check.Finding;
import dev.beckon.simulator.check.ReplayIsIdentical;
import dev.beckon.simulator.script.Author;
import dev.beckon.simulator.script.Dice;
import dev.beckon.simulator.script.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One story from one seed: people, definitions that change, mail, crashes and the passing of time,
/// checked whenever the host has come to rest.
public final class Simulation {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final int ACTS_BETWEEN_CHECKS = 40;
  private static final int PROBLEMS_MAX = 5;

  private final Plan plan;
  private final Dice dice;
  private final Crowd crowd;
  private final Author author;
  private final Stage stage;
  private final Post post;
  private final List<Finding> findings = new ArrayList<>();
  private Script script = Script.NOTHING;

  private Simulation(Plan plan, Tricks tricks) {
    this.plan = plan;
    this.dice = new Dice(plan.seed());
    this.crowd = new Crowd(dice.other(), plan.people());
    this.author = new Author(dice.other());
    this.stage = new Stage(dice.other(), 2 + dice.below(3), World.START, tricks);
    this.post = new Post(dice.other(), stage.auditor());
  }

  public static Result run(Plan plan) {
    return run(plan, Tricks.NONE);
  }

  /// Runs with a bug planted on purpose.
  public static Result run(Plan plan, Tricks tricks) {
    return new Simulation(plan, tricks).run();
  }

  private Result run() {
    try {
      tell();
    } catch (RuntimeException e) {
      findings.add(new Finding("Host", stage.now(), "Expected it to go on, but: " + e));
    }
    return new Result(
        plan,
        stage.journal().size(),
        post.sendings().all().size(),
        stage.crashes(),
        stage.people().size(),
        script.version(),
        findings);
  }

  private void tell() {
    long end = World.START + plan.days() * DAY;
    long pace = Math.max(MINUTE, 2 * DAY / plan.people());
    for (int act = 1; stage.now() < end && findings.isEmpty(); act++) {
      act(pace);
      if (act % ACTS_BETWEEN_CHECKS == 0) {
        check(Checker.all());
      }
    }
    if (findings.isEmpty()) {
      check(Checker.all());
      check(List.of(new ReplayIsIdentical()));
    }
  }

  private void act(long pace) {
    int kind = dice.below(100);
    if (script.version() == 0 ? kind < 20 : kind < 3) {
      publish();
    } else if (kind < 6) {
      member();
    } else if (kind < 8) {
      away();
    } else if (kind < 12) {
      late(pace);
    } else {
      burst();
    }
    passTo(stage.now() + dice.between(0, pace));
  }

  /// Several calls at about the same moment, in the middle of which the host may crash.
  private void burst() {
    int calls = 1 + dice.below(4);
    boolean crashing = dice.percent(10);
    for (int i = 0; i < calls; i++) {
      long later = stage.now() + dice.below(3);
      if (later < stage.nextDue()) {
        stage.setNow(later);
      }
      stage.say(crowd.next(stage.now(), stage.people()));
      stage.step(dice.below(6));
    }
    if (crashing) {
      stage.step(dice.below(8));
      stage.crash(0);
    }
    settle();
  }

  /// Definitions change while calls come in; no time passes until everybody is up to date.
  private void publish() {
    script = author.next();
    stage.auditor().willPublish(script);
    stage.say(
        new Message.Publish(Stored.WORKSPACE, script.version(), stage.now(), script.document()));
    for (int calls = dice.below(3); calls > 0; calls--) {
      stage.step(dice.below(6));
      stage.say(crowd.next(stage.now(), stage.people()));
    }
    if (dice.percent(20)) {
      stage.step(dice.below(8));
      stage.crash(0);
    }
    settle();
    passTo(stage.now());
  }

  /// A member of the workspace ends a journey by hand, or lets a halted one go on.
  private void member() {
    for (Person person : stage.stored().people()) {
      LongMap<Journey> journeys = person.course().journeys();
      for (int i = 0; i < journeys.size(); i++) {
        Journey journey = journeys.valueAt(i);
        boolean halted = journey.state() == Journey.State.HALTED;
        if (halted || (i == 0 && dice.percent(20))) {
          Input input =
              halted
                  ? new Input.ResumeJourney(stage.now(), journey.number())
                  : new Input.EndJourney(stage.now(), journey.number());
          stage.say(new Message.ToPerson(person.key(), input));
          settle();
          return;
        }
      }
    }
  }

  /// The host is gone for hours and finds out all at once what was due.
  private void away() {
    stage.crash(dice.between(1, DAY / 2));
    stage.tick();
    settle();
  }

  /// Calls come in before the host has looked for what is due.
  private void late(long pace) {
    stage.setNow(stage.now() + dice.between(0, pace));
    burst();
    stage.tick();
    settle();
  }

  private void passTo(long until) {
    while (true) {
      long next = Math.min(until, Math.min(stage.nextDue(), post.nextAt()));
      stage.setNow(Math.max(stage.now(), next));
      if (stage.nextDue() <= stage.now()) {
        stage.tick();
        settle();
      }
      report();
      if (stage.nextDue() > stage.now() && post.nextAt() > stage.now() && stage.now() >= until) {
        return;
      }
    }
  }

  private void report() {
    List<Message> due = post.due(stage.now());
    if (due.isEmpty()) {
      return;
    }
    due.forEach(stage::say);
    if (dice.percent(3)) {
      stage.step(dice.below(6));
      stage.crash(0);
    }
    settle();
    post.acknowledged(due);
  }

  private void settle() {
    stage.settle();
    post.take(stage.takeHanded(), stage.life(), stage.now());
  }

  private void check(List<Checker> checkers) {
    if (stage.unanswered() > 0) {
      findings.add(new Finding("Stage", stage.now(), "Expected every call to be answered."));
    }
    Evidence evidence =
        new Evidence(
            stage.stored(),
            stage.auditor(),
            script,
            post.sendings(),
            stage.said(),
            stage.journal(),
            stage.now());
    for (Checker checker : checkers) {
      checker.problems(evidence).stream()
          .limit(PROBLEMS_MAX)
          .forEach(problem -> findings.add(new Finding(checker.name(), stage.now(), problem)));
    }
  }
}
