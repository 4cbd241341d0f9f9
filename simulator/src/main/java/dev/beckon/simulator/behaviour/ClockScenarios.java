package dev.beckon.simulator.behaviour;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.simulator.World;
import java.util.List;

/// Time that is far away, and hosts that were away.
final class ClockScenarios {
  private static final String WAITING =
      """
      segments: [{name: Idle, when: {not_performed: login, within: 7d}}]
      campaigns:
        - name: C
          trigger: {event: go}
          steps:
            - {id: pause, delay: 3d}
            - {id: mail, send: {channel: email, message: Mail}}
      """;

  private ClockScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("an event from the future is one of now", ClockScenarios::future),
        new Scenario("an event from long ago is kept and harms nobody", ClockScenarios::past),
        new Scenario("a later write wins, whenever it arrives", ClockScenarios::lastWriter),
        new Scenario("a write from the future is one of now", ClockScenarios::futureWrite),
        new Scenario("what was due while the host was away is caught up", ClockScenarios::away),
        new Scenario("a restart forgets nothing", ClockScenarios::restart),
        new Scenario("years pass in a moment", ClockScenarios::years));
  }

  private static void future(World world) {
    world.publish(WAITING);
    var ann = world.person("ann").is("email", "ann@x.test");
    ann.did("login", ofDays(-365)).did("go", ofDays(-365));
    world.passes(ofDays(3));
    assertThat(world.inbox("ann")).containsExactly("Mail");
    world.passes(ofDays(4));
    assertThat(ann.isIn("Idle")).isTrue();
  }

  private static void past(World world) {
    world.publish(WAITING);
    var ann = world.person("ann").is("email", "ann@x.test");
    ann.did("login", ofDays(20_000)).did("go", ofDays(20_000));
    assertThat(ann.isIn("Idle")).isTrue();
    assertThat(ann.times("go")).isOne();
    world.passes(ofDays(4));
    assertThat(world.inbox("ann")).isEmpty();
  }

  private static void lastWriter(World world) {
    var ann = world.person("ann").is("plan", "pro").was("plan", "trial", ofHours(1));
    assertThat(ann.attribute("plan")).isEqualTo("pro");
    assertThat(ann.activities("skipped_update")).hasSize(1);
    ann.was("city", "Bonn", ofDays(9)).was("city", "Berlin", ofDays(8));
    assertThat(ann.attribute("city")).isEqualTo("Berlin");
    ann.is("plan", "").was("plan", "trial", ofHours(1));
    assertThat(ann.attribute("plan")).isEmpty();
  }

  private static void futureWrite(World world) {
    var ann = world.person("ann").was("plan", "pro", ofDays(-1000));
    world.passes(ofMillis(1));
    ann.is("plan", "free");
    assertThat(ann.attribute("plan")).isEqualTo("free");
  }

  private static void away(World world) {
    world.publish(WAITING);
    var ann = world.person("ann").is("email", "ann@x.test").does("go");
    world.isAway(ofDays(30));
    assertThat(ann.isIn("Idle")).isTrue();
    assertThat(world.inbox("ann")).containsExactly("Mail");
    assertThat(world.mail("ann").getFirst().at()).isEqualTo(World.START + ofDays(3).toMillis());
    assertThat(ann.journeys()).isEmpty();
  }

  private static void restart(World world) {
    world.publish(WAITING);
    var ann = world.person("ann").is("email", "ann@x.test").is("plan", "pro").does("go");
    world.restarts();
    assertThat(ann.attribute("plan")).isEqualTo("pro");
    assertThat(ann.step()).isEqualTo("pause");
    world.passes(ofDays(3));
    world.restarts();
    assertThat(world.inbox("ann")).containsExactly("Mail");
    world.person("bob").does("login");
    assertThat(world.stored().people()).hasSize(2);
  }

  private static void years(World world) {
    world.publish(WAITING);
    var ann = world.person("ann").is("email", "ann@x.test").does("go");
    world.passes(ofDays(7_000));
    assertThat(world.inbox("ann")).containsExactly("Mail");
    ann.does("login");
    assertThat(ann.isIn("Idle")).isFalse();
    world.passes(ofDays(7));
    assertThat(ann.isIn("Idle")).isTrue();
  }
}
