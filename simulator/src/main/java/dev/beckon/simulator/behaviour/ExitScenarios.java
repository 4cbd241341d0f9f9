package dev.beckon.simulator.behaviour;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.simulator.World;
import java.util.List;

/// When a journey ends before its last step.
final class ExitScenarios {
  private ExitScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("an exit at once does not wait for the next step", ExitScenarios::atOnce),
        new Scenario("an exit at the next action waits for it", ExitScenarios::atNextAction),
        new Scenario("whoever comes back in time stays in", ExitScenarios::backInTime),
        new Scenario("a window that runs out ends a journey", ExitScenarios::byTime),
        new Scenario("meeting the goal ends the journey", ExitScenarios::goal),
        new Scenario("leaving the filter ends the journey where asked", ExitScenarios::filter),
        new Scenario("a filter that runs out ends the journey too", ExitScenarios::filterByTime),
        new Scenario("an exit condition holds at the entry too", ExitScenarios::atEntry),
        new Scenario("a member ends a journey by hand", ExitScenarios::byHand),
        new Scenario("deleting somebody ends their journeys", ExitScenarios::deleted));
  }

  private static String campaign(String rest) {
    return """
        campaigns:
          - name: C
            trigger: {event: go}
            steps:
              - {id: first, send: {channel: email, message: First}}
              - {id: pause, delay: 1d}
              - {id: second, send: {channel: email, message: Second}}
        """
        + rest.indent(4);
  }

  private static void atOnce(World world) {
    world.publish(campaign("exit: {when: {performed: paid, since: entry}, at: once}"));
    var ann = world.person("ann").is("email", "ann@x.test").does("paid");
    world.passes(ofHours(1));
    ann.does("go");
    assertThat(ann.journeys()).hasSize(1);
    world.passes(ofHours(1));
    ann.does("paid");
    assertThat(ann.journeys()).isEmpty();
    assertThat(world.counted("C", "exited")).isOne();
    assertThat(world.counted("C", "pause", "ended")).isOne();
    world.passes(ofDays(2));
    assertThat(world.inbox("ann")).containsExactly("First");
  }

  private static final String NEXT_ACTION =
      campaign("exit: {when: {attribute: plan, is: pro}, at: next_action}");

  private static void atNextAction(World world) {
    world.publish(NEXT_ACTION);
    var ann = world.person("ann").is("email", "ann@x.test").does("go").is("plan", "pro");
    assertThat(ann.journeys()).hasSize(1);
    world.passes(ofDays(1));
    assertThat(ann.journeys()).isEmpty();
    assertThat(world.inbox("ann")).containsExactly("First");
    assertThat(world.counted("C", "second", "ended")).isOne();
  }

  private static void backInTime(World world) {
    world.publish(NEXT_ACTION);
    var ann = world.person("ann").is("email", "ann@x.test").does("go").is("plan", "pro");
    world.passes(ofHours(1));
    ann.is("plan", "free");
    world.passes(ofDays(1));
    assertThat(world.inbox("ann")).containsExactly("First", "Second");
  }

  private static void byTime(World world) {
    world.publish(campaign("exit: {when: {not_performed: beat, within: 3h}}"));
    var ann = world.person("ann").is("email", "ann@x.test").does("beat").does("go");
    world.passes(ofHours(3).minusMillis(1));
    assertThat(ann.journeys()).hasSize(1);
    world.passes(ofMillis(1));
    assertThat(ann.journeys()).isEmpty();
    assertThat(ann.trace()).contains("pause:exited:an exit condition holds");
  }

  private static void goal(World world) {
    world.publish(campaign("goal: {performed: paid, within: 7d}\nexit: {on_goal: true}"));
    var ann = world.person("ann").is("email", "ann@x.test").does("go").does("paid");
    assertThat(ann.journeys()).isEmpty();
    assertThat(world.counted("C", "converted")).isOne();
    world.passes(ofDays(2));
    assertThat(world.inbox("ann")).containsExactly("First");
  }

  private static void filter(World world) {
    world.publish(
        campaign("filter: {attribute: plan, is: trial}\nexit: {on_leaving_trigger: true}"));
    var ann = world.person("ann").is("email", "ann@x.test").is("plan", "trial").does("go");
    ann.is("plan", "pro");
    assertThat(ann.journeys()).isEmpty();
    assertThat(world.counted("C", "exited")).isOne();
  }

  private static void filterByTime(World world) {
    world.publish(
        campaign("filter: {performed: visit, within: 3h}\nexit: {on_leaving_trigger: true}"));
    var ann = world.person("ann").is("email", "ann@x.test").does("visit").does("go");
    world.passes(ofHours(3).minusMillis(1));
    assertThat(ann.journeys()).hasSize(1);
    world.passes(ofMillis(1));
    assertThat(ann.journeys()).isEmpty();
  }

  private static void atEntry(World world) {
    world.publish(campaign("exit: {when: {attribute: plan, is: pro}}"));
    world.person("ann").is("email", "ann@x.test").is("plan", "pro").does("go");
    assertThat(world.inbox("ann")).isEmpty();
    assertThat(world.counted("C", "started")).isOne();
    assertThat(world.counted("C", "exited")).isOne();
  }

  private static void byHand(World world) {
    world.publish(campaign(""));
    var ann = world.person("ann").is("email", "ann@x.test").does("go").isTakenOut();
    assertThat(ann.journeys()).isEmpty();
    world.passes(ofDays(2));
    assertThat(world.inbox("ann")).containsExactly("First");
    assertThat(ann.trace()).contains("pause:exited:ended by hand");
  }

  private static void deleted(World world) {
    world.publish(campaign(""));
    world.person("ann").is("email", "ann@x.test").does("go").isDeleted();
    world.passes(ofDays(2));
    assertThat(world.inbox("ann@x.test")).containsExactly("First");
    assertThat(world.counted("C", "exited")).isOne();
    assertThat(world.stored().nextDue()).isEqualTo(Long.MAX_VALUE);
  }
}
