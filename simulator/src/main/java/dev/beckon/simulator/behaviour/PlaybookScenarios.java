package dev.beckon.simulator.behaviour;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.simulator.Playbooks;
import dev.beckon.simulator.World;
import java.util.List;
import java.util.Map;

/// The playbooks from end to end.
final class PlaybookScenarios {
  private PlaybookScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("P2: whoever takes the first action is celebrated", PlaybookScenarios::acted),
        new Scenario("P2: whoever does not is helped to get started", PlaybookScenarios::idle),
        new Scenario("P4: what was tried since the entry decides", PlaybookScenarios::since),
        new Scenario("P5: inactivity brings mail until somebody logs in", PlaybookScenarios::back),
        new Scenario("P5: only people on trial are written to", PlaybookScenarios::trial));
  }

  private static void acted(World world) {
    world.publish(Playbooks.WELCOME);
    var ann = world.person("ann").is("email", "ann@x.test").does("signed_up");
    assertThat(world.inbox("ann")).containsExactly("Confirm your account");
    world.passes(ofMinutes(5));
    assertThat(world.inbox("ann")).containsExactly("Confirm your account", "Your first step");
    world.passes(ofHours(10));
    ann.does("first_action");
    world.passes(ofHours(38));
    assertThat(world.inbox("ann"))
        .containsExactly("Confirm your account", "Your first step", "Well done");
    assertThat(world.counted("Welcome", "converted")).isOne();
    ann.does("signed_up");
    world.passes(ofDays(5));
    assertThat(world.inbox("ann")).hasSize(3);
  }

  private static void idle(World world) {
    world.publish(Playbooks.WELCOME);
    world.person("ann").is("email", "ann@x.test").does("signed_up");
    world.passes(ofDays(3));
    assertThat(world.inbox("ann"))
        .containsExactly("Confirm your account", "Your first step", "Getting started");
    assertThat(world.counted("Welcome", "finished")).isOne();
  }

  private static void since(World world) {
    world.publish(Playbooks.DECISION);
    var ann = world.person("ann").is("email", "ann@x.test");
    ann.does("feature_activated", Map.of("feature_name", "analytics"));
    world.passes(ofDays(1));
    ann.does("trial_started");
    var bob = world.person("bob").is("email", "bob@x.test").does("trial_started");
    world.passes(ofDays(1));
    bob.does("feature_activated", Map.of("feature_name", "export"));
    bob.does("feature_activated", Map.of("feature_name", "analytics"));
    world.passes(ofDays(2));
    assertThat(world.inbox("ann")).containsExactly("Have you tried analytics?", "A simple guide");
    assertThat(world.inbox("bob")).containsExactly("Have you tried analytics?", "An advanced tip");
    assertThat(bob.trace()).contains("tried:branched:true");
  }

  private static void back(World world) {
    world.publish(Playbooks.INACTIVITY);
    var ann = world.person("ann").is("email", "ann@x.test").is("plan_type", "trial");
    world.passes(ofDays(7));
    assertThat(world.inbox("ann")).containsExactly("We miss you");
    world.passes(ofDays(6));
    assertThat(world.inbox("ann")).containsExactly("We miss you", "We are here to help");
    world.passes(ofDays(2));
    ann.does("app_login");
    world.passes(ofDays(7));
    assertThat(world.inbox("ann")).hasSize(3);
    world.passes(ofDays(2));
    ann.does("app_login");
    assertThat(ann.journeys()).isEmpty();
    world.passes(ofDays(6));
    assertThat(world.inbox("ann")).hasSize(3);
    assertThat(world.counted("Inactive trial", "exited")).isOne();
  }

  private static void trial(World world) {
    world.publish(Playbooks.INACTIVITY);
    world.person("ann").is("email", "ann@x.test").is("plan_type", "pro");
    var bob = world.person("bob").is("email", "bob@x.test").is("plan_type", "trial");
    world.passes(ofDays(8));
    bob.is("plan_type", "pro");
    world.passes(ofDays(8));
    assertThat(world.inbox("ann")).isEmpty();
    assertThat(world.inbox("bob")).containsExactly("We miss you");
  }
}
