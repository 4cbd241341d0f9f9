package dev.beckon.simulator.behaviour;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.simulator.World;
import java.util.List;

/// Definitions that change while people are under way.
final class PublishingScenarios {
  private PublishingScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("a new segment learns from the past", PublishingScenarios::backfill),
        new Scenario("an edited segment is learned anew", PublishingScenarios::edited),
        new Scenario("a removed segment has no members", PublishingScenarios::removed),
        new Scenario("a start takes in whoever is there, or not", PublishingScenarios::current),
        new Scenario("a shorter delay lets people go on at once", PublishingScenarios::shorter),
        new Scenario("a longer delay holds people for longer", PublishingScenarios::longer),
        new Scenario("a removed step is left for the next", PublishingScenarios::retired),
        new Scenario("a step that vanishes halts the journey", PublishingScenarios::vanished),
        new Scenario("a new step is met by those before it", PublishingScenarios::added),
        new Scenario("a stopped campaign lets people finish", PublishingScenarios::stopped),
        new Scenario("a halted campaign ends everybody", PublishingScenarios::halted),
        new Scenario("a campaign that is gone ends everybody", PublishingScenarios::gone),
        new Scenario("an older version changes nothing", PublishingScenarios::older));
  }

  private static void backfill(World world) {
    for (int i = 0; i < 10; i++) {
      var person = world.person("p" + i).is("n", i);
      for (int times = 0; times < i % 4; times++) {
        person.did("order", ofDays(2L * times));
      }
    }
    world.publish("segments: [{name: Twice, when: {performed: order, at_least: 2, within: 10d}}]");
    assertThat(world.members("Twice")).isEqualTo(4);
    assertThat(world.person("p2").isIn("Twice")).isTrue();
    assertThat(world.person("p1").isIn("Twice")).isFalse();
    world.passes(ofDays(8).minusMillis(1));
    assertThat(world.members("Twice")).isEqualTo(4);
    world.passes(ofMillis(1));
    assertThat(world.members("Twice")).isZero();
  }

  private static void edited(World world) {
    world.publish("segments: [{name: Recent, when: {performed: order, within: 1d}}]");
    var ann = world.person("ann").does("order");
    world.passes(ofDays(2));
    assertThat(ann.isIn("Recent")).isFalse();
    world.publish("segments: [{name: Recent, when: {performed: order, at_least: 1, within: 5d}}]");
    assertThat(ann.isIn("Recent")).isTrue();
    world.publish("segments: [{name: Recent, when: {performed: order, at_least: 2, within: 5d}}]");
    assertThat(ann.isIn("Recent")).isFalse();
    ann.does("order");
    assertThat(ann.isIn("Recent")).isTrue();
  }

  private static void removed(World world) {
    world.publish("segments: [{name: Buyers, when: {performed: order}}]");
    world.person("ann").does("order");
    assertThat(world.members("Buyers")).isOne();
    world.publish("segments: []");
    assertThat(world.members("Buyers")).isZero();
    world.publish("segments: [{name: Buyers, when: {performed: order}}]");
    assertThat(world.members("Buyers")).isOne();
  }

  private static void current(World world) {
    world.publish("segments: [{name: Buyers, when: {performed: order}}]");
    world.person("ann").is("email", "ann@x.test").does("order");
    world.publish(
        """
        segments: [{name: Buyers, when: {performed: order}}]
        campaigns:
          - name: Everybody
            trigger: {segment: Buyers, start_with: current_and_new}
            steps: [{id: hey, send: {channel: email, message: Everybody}}]
          - name: Newcomers
            trigger: {segment: Buyers, start_with: new_only}
            steps: [{id: hey, send: {channel: email, message: Newcomers}}]
        """);
    assertThat(world.inbox("ann")).containsExactly("Everybody");
    world.person("bob").is("email", "bob@x.test").does("order");
    assertThat(world.inbox("bob")).containsExactlyInAnyOrder("Everybody", "Newcomers");
  }

  private static String campaign(String pause, String rest) {
    return """
        campaigns:
          - name: C
            trigger: {event: go}
            steps:
              - {id: first, send: {channel: email, message: First}}
        """
        + pause.indent(6)
        + "      - {id: second, send: {channel: email, message: Second}}\n"
        + rest.indent(4);
  }

  private static final String PAUSE = "- {id: pause, delay: 3d}";

  private static void shorter(World world) {
    world.publish(campaign(PAUSE, ""));
    world.person("ann").is("email", "ann@x.test").does("go");
    world.passes(ofDays(2));
    world.person("bob").is("email", "bob@x.test").does("go");
    world.publish(campaign("- {id: pause, delay: 1d}", ""));
    assertThat(world.inbox("ann")).containsExactly("First", "Second");
    assertThat(world.inbox("bob")).containsExactly("First");
    world.passes(ofDays(1));
    assertThat(world.inbox("bob")).containsExactly("First", "Second");
  }

  private static void longer(World world) {
    world.publish(campaign(PAUSE, ""));
    world.person("ann").is("email", "ann@x.test").does("go");
    world.passes(ofDays(2));
    world.publish(campaign("- {id: pause, delay: 5d}", ""));
    world.passes(ofDays(3).minusMillis(1));
    assertThat(world.inbox("ann")).containsExactly("First");
    world.passes(ofHours(1));
    assertThat(world.inbox("ann")).containsExactly("First", "Second");
  }

  private static void retired(World world) {
    world.publish(campaign(PAUSE, ""));
    world.person("ann").is("email", "ann@x.test").does("go");
    world.publish(campaign("", "retired: {pause: second}"));
    assertThat(world.inbox("ann")).containsExactly("First", "Second");
    assertThat(world.counted("C", "finished")).isOne();
  }

  private static void vanished(World world) {
    world.publish(campaign(PAUSE, ""));
    var ann = world.person("ann").is("email", "ann@x.test").does("go");
    world.publish(campaign("", ""));
    world.passes(ofDays(9));
    assertThat(world.inbox("ann")).containsExactly("First");
    assertThat(ann.journeys()).hasSize(1);
    world.publish(campaign(PAUSE, ""));
    ann.isLetOn();
    assertThat(world.inbox("ann")).containsExactly("First", "Second");
  }

  private static void added(World world) {
    world.publish(campaign(PAUSE, ""));
    world.person("ann").is("email", "ann@x.test").does("go");
    String third = "- {id: third, send: {channel: email, message: Third}}";
    world.publish(campaign(third + "\n" + PAUSE + "\n" + third.replace("third", "fourth"), ""));
    world.passes(ofDays(3));
    assertThat(world.inbox("ann")).containsExactly("First", "Third", "Second");
    assertThat(world.counted("C", "third", "reached")).isZero();
  }

  private static void stopped(World world) {
    world.publish(campaign(PAUSE, ""));
    world.person("ann").is("email", "ann@x.test").does("go");
    world.publish(campaign(PAUSE, "state: stopped"));
    world.person("bob").is("email", "bob@x.test").does("go");
    world.passes(ofDays(3));
    assertThat(world.inbox("ann")).containsExactly("First", "Second");
    assertThat(world.inbox("bob")).isEmpty();
  }

  private static void halted(World world) {
    world.publish(campaign(PAUSE, ""));
    world.person("ann").is("email", "ann@x.test").does("go");
    world.publish(campaign(PAUSE, "state: halted"));
    assertThat(world.person("ann").journeys()).isEmpty();
    assertThat(world.counted("C", "exited")).isOne();
  }

  private static void gone(World world) {
    world.publish(campaign(PAUSE, ""));
    world.person("ann").is("email", "ann@x.test").does("go");
    world.publish("segments: []");
    assertThat(world.person("ann").journeys()).isEmpty();
    world.passes(ofDays(4));
    assertThat(world.inbox("ann")).containsExactly("First");
  }

  private static void older(World world) {
    world.publish("segments: [{name: Buyers, when: {performed: order}}]");
    world.person("ann").does("order");
    world.publishesAgain("segments: []");
    assertThat(world.members("Buyers")).isOne();
  }
}
