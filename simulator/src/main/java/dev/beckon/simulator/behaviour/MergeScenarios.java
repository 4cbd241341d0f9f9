package dev.beckon.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.delivery.Metric;
import dev.beckon.engine.query.MergePreview;
import dev.beckon.simulator.Someone;
import dev.beckon.simulator.World;
import java.time.Duration;
import java.util.List;

/// Two people who become one (docs/identity.md; spec: data-in.md, 5.5); told for several pairs, so
/// that their homes and desks are together and apart in every way.
final class MergeScenarios {
  private static final int PAIRS = 5;

  private MergeScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("merge: gaps are filled, the rest stays", MergeScenarios::attributes),
        new Scenario("merge: identifiers fill empty slots or are free", MergeScenarios::names),
        new Scenario("merge: the past comes along", MergeScenarios::past),
        new Scenario("merge: events count and start nothing", MergeScenarios::events),
        new Scenario("merge: journeys go on or end", MergeScenarios::journeys),
        new Scenario("merge: what became of messages is known", MergeScenarios::reports),
        new Scenario("merge: devices come along", MergeScenarios::devices),
        new Scenario("merge: nobody and oneself are refused", MergeScenarios::refused),
        new Scenario("merge: one after the other", MergeScenarios::chain),
        new Scenario("merge: what would happen happens", MergeScenarios::preview),
        new Scenario("row 3m, the older one stays", MergeScenarios::automatic),
        new Scenario("row 3m, not with a slot in the way", MergeScenarios::notAutomatic),
        Scenario.inAnyOrder("merge: calls that are under way arrive", MergeScenarios::atOnce));
  }

  private static void attributes(World world) {
    for (int i = 0; i < PAIRS; i++) {
      world.person("a" + i).is("plan", "pro").is("city", "Rome").is("city", "");
      world.person("b" + i).is("plan", "basic").is("city", "Oslo").is("age", 40);
      Someone one = world.person("a" + i).takesIn("b" + i);
      assertThat(one.attribute("plan")).isEqualTo("pro");
      assertThat(one.attribute("city")).isEqualTo("Oslo");
      assertThat(one.attribute("age")).isEqualTo("40");
      assertThat(one.activities("profile_merge")).hasSize(1);
    }
    assertThat(world.stored().people()).hasSize(PAIRS);
  }

  private static void names(World world) {
    for (int i = 0; i < PAIRS; i++) {
      world.person("a" + i).does("one");
      world.person("b" + i).is("email", "b" + i + "@x.test");
      Someone one = world.person("a" + i).takesIn("b" + i + "@x.test");
      assertThat(one.email()).isEqualTo("b" + i + "@x.test");
      assertThat(world.person("b" + i + "@x.test").key()).isEqualTo(one.key());
      assertThat(world.person("b" + i).exists()).isFalse();
      world.person("b" + i).does("two");
      assertThat(world.person("b" + i).key()).isNotEqualTo(one.key());
    }
    assertThat(world.stored().people()).hasSize(2 * PAIRS);
  }

  private static void past(World world) {
    for (int i = 0; i < PAIRS; i++) {
      world.person("a" + i).does("order").does("order");
      world.person("b" + i).does("order").does("view");
      Someone one = world.person("a" + i).takesIn("b" + i);
      assertThat(one.times("order")).isEqualTo(3);
      assertThat(one.times("view")).isOne();
      one.does("order");
      assertThat(one.times("order")).isEqualTo(4);
    }
  }

  private static void events(World world) {
    world.publish(
        """
        segments:
          - {name: Regulars, when: {performed: order, at_least: 3}}
        campaigns:
          - name: Thanks
            trigger: {event: order}
            frequency: every_time
            steps: [{id: t, send: {channel: email, message: Thank you}}]
          - name: Club
            trigger: {segment: Regulars}
            frequency: every_time
            steps: [{id: w, send: {channel: email, message: Welcome to the club}}]
        """);
    for (int i = 0; i < PAIRS; i++) {
      world.person("a" + i).is("email", "a" + i + "@x.test").does("order").does("order");
      world.person("b" + i).does("order");
      world.person("a" + i).takesIn("b" + i);
      assertThat(world.inbox("a" + i + "@x.test"))
          .containsExactly("Thank you", "Thank you", "Welcome to the club");
    }
    assertThat(world.members("Regulars")).isEqualTo(PAIRS);
  }

  private static void journeys(World world) {
    world.publish(
        """
        campaigns:
          - name: One
            trigger: {event: one}
            frequency: every_time
            steps: [{id: p, delay: 1d}, {id: s, send: {channel: email, message: One}}]
          - name: Two
            trigger: {event: two}
            frequency: every_time
            steps: [{id: p, delay: 1d}, {id: s, send: {channel: email, message: Two}}]
        """);
    for (int i = 0; i < PAIRS; i++) {
      world.person("a" + i).is("email", "a" + i + "@x.test").does("one");
      world.person("b" + i).is("email", "b" + i + "@x.test").does("one").does("two");
    }
    world.passes(Duration.ofHours(2));
    for (int i = 0; i < PAIRS; i++) {
      Someone one = world.person("a" + i).takesIn("b" + i);
      assertThat(one.journeys()).hasSize(2);
    }
    world.passes(Duration.ofDays(1));
    for (int i = 0; i < PAIRS; i++) {
      assertThat(world.inbox("a" + i + "@x.test")).containsExactlyInAnyOrder("One", "Two");
      assertThat(world.inbox("b" + i + "@x.test")).isEmpty();
    }
    assertThat(world.counted("One", "exited")).isEqualTo(PAIRS);
    assertThat(world.counted("One", "finished")).isEqualTo(PAIRS);
    assertThat(world.counted("Two", "finished")).isEqualTo(PAIRS);
  }

  private static void reports(World world) {
    world.publish(
        """
        campaigns:
          - name: Hello
            trigger: {event: one}
            frequency: every_time
            steps: [{id: h, send: {channel: email, message: Hello}}]
        """);
    for (int i = 0; i < PAIRS; i++) {
      world.person("b" + i).is("email", "b" + i + "@x.test").does("one");
      world.person("a" + i).does("two").takesIn("b" + i);
      world.person("b" + i + "@x.test").opens("Hello");
      var marks = world.person("a" + i).state().course().deliveries();
      assertThat(marks.size()).isOne();
      assertThat(marks.valueAt(0).has(Metric.OPENED)).isTrue();
      assertThat(world.person("a" + i).activities("opened_email")).hasSize(1);
    }
  }

  private static void devices(World world) {
    for (int i = 0; i < PAIRS; i++) {
      world.person("a" + i).uses("one" + i);
      world.person("b" + i).uses("two" + i);
      Someone one = world.person("a" + i).takesIn("b" + i);
      assertThat(one.devices()).containsExactly("one" + i, "two" + i);
      world.passes(Duration.ofSeconds(1));
      world.person("c" + i).uses("two" + i);
      assertThat(one.devices()).containsExactly("one" + i);
    }
  }

  private static void refused(World world) {
    for (int i = 0; i < PAIRS; i++) {
      world.person("a" + i).is("email", "a" + i + "@x.test");
      world.person("a" + i).takesIn("a" + i + "@x.test").takesIn("nobody" + i);
      world.person("nobody" + i).takesIn("a" + i);
      assertThat(world.person("a" + i).email()).isNotEmpty();
    }
    assertThat(
            world.stored().activities().stream()
                .filter(activity -> activity.type().equals("failed_merge")))
        .hasSize(3 * PAIRS);
    assertThat(world.stored().people()).hasSize(PAIRS);
  }

  private static void preview(World world) {
    world.publish("segments: [{name: Regulars, when: {performed: order, at_least: 2}}]");
    for (int i = 0; i < PAIRS; i++) {
      Someone one = world.person("a" + i).is("plan", "pro").does("order");
      Someone other = world.person("b" + i).is("email", "b" + i + "@x.test").does("order");
      other.uses("token" + i);
      var before = world.digest();
      var outcome =
          new MergePreview(world.stored().queries())
              .of(one.key(), other.key(), world.now().toEpochMilli())
              .orElseThrow();
      assertThat(world.digest()).isEqualTo(before);
      assertThat(outcome.primary()).isEqualTo(one.state());
      one.takesIn("b" + i);
      assertThat(one.isIn("Regulars")).isTrue();
      assertThat(outcome.decision().person()).isEqualTo(one.state());
    }
    assertThat(
            new MergePreview(world.stored().queries())
                .of(world.person("a0").key(), world.person("a0").key(), 0))
        .isEmpty();
  }

  private static void chain(World world) {
    for (int i = 0; i < PAIRS; i++) {
      world.person("a" + i).does("one");
      world.person("b" + i).does("one");
      world.person("c" + i).is("email", "c" + i + "@x.test").does("one");
      var gone = world.person("c" + i).key();
      world.person("b" + i).takesIn("c" + i);
      world.person("a" + i).takesIn("b" + i);
      assertThat(world.person("c" + i + "@x.test").times("one")).isEqualTo(3);
      assertThat(world.person("a" + i).state().course().absorbed().get(gone.cioId())).isNotNull();
    }
    assertThat(world.stored().people()).hasSize(PAIRS);
  }

  private static void automatic(World world) {
    world.publish("settings: {name: A, timezone: UTC, identity: {auto_merge: true}}");
    for (int i = 0; i < PAIRS; i++) {
      Someone first = i % 2 == 0 ? world.person("a" + i) : world.person("a" + i + "@x.test");
      Someone second = i % 2 == 0 ? world.person("a" + i + "@x.test") : world.person("a" + i);
      first.does("one");
      var older = first.key();
      world.passes(Duration.ofMinutes(1));
      second.does("one");
      world.person("a" + i).is("email", "a" + i + "@x.test");
      assertThat(first.key()).isEqualTo(older);
      assertThat(second.key()).isEqualTo(older);
      assertThat(first.times("one")).isEqualTo(2);
    }
    assertThat(world.stored().people()).hasSize(PAIRS);
  }

  private static void notAutomatic(World world) {
    world.publish("settings: {name: A, timezone: UTC, identity: {auto_merge: true}}");
    for (int i = 0; i < PAIRS; i++) {
      world.person("b" + i).is("email", "a" + i + "@x.test");
      world.person("a" + i).does("one").is("email", "a" + i + "@x.test");
      assertThat(world.person("a" + i).email()).isEmpty();
      assertThat(world.person("a" + i).activities("failed_attribute_change")).hasSize(1);
      world.person("c" + i).is("email", "c" + i + "@x.test").is("email", "a" + i + "@x.test");
      assertThat(world.person("c" + i).email()).isEqualTo("c" + i + "@x.test");
    }
    assertThat(world.stored().people()).hasSize(3 * PAIRS);
  }

  private static void atOnce(World world) {
    for (int i = 0; i < PAIRS; i++) {
      world.person("a" + i).does("one");
      world.person("b" + i).is("email", "b" + i + "@x.test");
      Someone mail = world.person("b" + i + "@x.test");
      Someone one = world.person("a" + i);
      world.atOnce(
          () -> {
            mail.does("one");
            one.takesIn("b" + mail.name().charAt(1));
            mail.does("one").does("one");
            one.does("one");
          });
      assertThat(one.times("one")).isEqualTo(5);
      assertThat(mail.key()).isEqualTo(one.key());
    }
  }
}
