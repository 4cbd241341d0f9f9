package dev.beckon.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.simulator.Someone;
import dev.beckon.simulator.World;
import java.time.Duration;
import java.util.List;

/// What was done before anybody knew who it was (docs/identity.md; spec: data-in.md, 5.4).
final class AnonymousScenarios {
  private static final int VISITORS = 6;
  private static final Duration NOW = Duration.ZERO;

  private AnonymousScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("whoever says who they were gets what they did", AnonymousScenarios::told),
        new Scenario("what is older than 30 days stays with nobody", AnonymousScenarios::old),
        new Scenario("what comes within 5 minutes is theirs, too", AnonymousScenarios::late),
        new Scenario("an anonymous id is used once", AnonymousScenarios::once),
        new Scenario("events of 72 hours start journeys", AnonymousScenarios::starts),
        new Scenario("whoever is gone gets nothing", AnonymousScenarios::gone));
  }

  private static void told(World world) {
    for (int i = 0; i < VISITORS; i++) {
      Someone ann = world.person("ann" + i);
      ann.doesUnnamed("v" + i, "view", NOW).doesUnnamed("v" + i, "view", NOW);
      assertThat(ann.exists()).isFalse();
      ann.is("anonymous_id", "v" + i);
      assertThat(ann.times("view")).isEqualTo(2);
      assertThat(ann.activities("anon_merge")).hasSize(1);
    }
    assertThat(views(world)).isEqualTo(2 * VISITORS);
  }

  private static void old(World world) {
    Someone ann = world.person("ann");
    ann.doesUnnamed("v", "view", NOW);
    world.passes(Duration.ofMillis(1));
    ann.doesUnnamed("v", "view", NOW);
    world.passes(Duration.ofDays(30));
    ann.is("anonymous_id", "v");
    assertThat(ann.times("view")).isOne();
    assertThat(views(world)).isOne();
  }

  private static void late(World world) {
    Someone ann = world.person("ann").is("anonymous_id", "v");
    world.passes(Duration.ofMinutes(5));
    ann.doesUnnamed("v", "view", NOW);
    assertThat(ann.times("view")).isOne();
    world.passes(Duration.ofMillis(1));
    ann.doesUnnamed("v", "view", NOW);
    assertThat(ann.times("view")).isOne();
    assertThat(views(world)).isEqualTo(2);
  }

  private static void once(World world) {
    world.person("ann").doesUnnamed("v", "view", NOW).is("anonymous_id", "v");
    Someone bob = world.person("bob").is("anonymous_id", "v").doesUnnamed("v", "view", NOW);
    assertThat(bob.times("view")).isZero();
    assertThat(world.person("ann").times("view")).isEqualTo(2);
  }

  private static void starts(World world) {
    world.publish(
        """
        campaigns:
          - name: Hello
            trigger: {event: view}
            frequency: every_time
            steps: [{id: h, send: {channel: email, message: Hello}}]
        """);
    Someone ann = world.person("ann").is("email", "ann@x.test");
    ann.doesUnnamed("v", "view", Duration.ofHours(1)).doesUnnamed("v", "view", NOW);
    world.passes(Duration.ofDays(3));
    ann.is("anonymous_id", "v");
    assertThat(ann.times("view")).isEqualTo(2);
    assertThat(world.inbox("ann@x.test")).containsExactly("Hello");
  }

  private static void gone(World world) {
    for (int i = 0; i < VISITORS; i++) {
      Someone ann = world.person("ann" + i).is("anonymous_id", "v" + i);
      ann.isDeleted().doesUnnamed("v" + i, "view", NOW);
      assertThat(ann.exists()).isFalse();
    }
    assertThat(views(world)).isZero();
  }

  private static int views(World world) {
    return (int)
        world.stored().activities().stream()
            .filter(activity -> activity.type().equals("event"))
            .count();
  }
}
