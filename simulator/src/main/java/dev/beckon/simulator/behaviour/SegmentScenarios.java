package dev.beckon.simulator.behaviour;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.simulator.World;
import java.util.List;
import java.util.Map;

/// Who is in a segment, to the millisecond.
final class SegmentScenarios {
  private static final String INACTIVE =
      """
      segments:
        - name: Inactive
          when:
            all:
              - {attribute: plan, is: trial}
              - {not_performed: app_login, within: 7d}
      """;

  private SegmentScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("comparisons of attributes take people in and out", SegmentScenarios::compare),
        new Scenario("inactivity begins when the window is over", SegmentScenarios::inactivity),
        new Scenario("whoever is new is not inactive yet", SegmentScenarios::age),
        new Scenario("an older event makes somebody known for longer", SegmentScenarios::backdated),
        new Scenario("a count is left when the n-th latest ages out", SegmentScenarios::count),
        new Scenario("events count by their own time, in any order", SegmentScenarios::disorder),
        new Scenario("ever and never know no window", SegmentScenarios::ever),
        new Scenario("segments of segments follow at once", SegmentScenarios::nested),
        new Scenario("pages are told from events of the same name", SegmentScenarios::pages));
  }

  private static void compare(World world) {
    world.publish(
        """
        segments:
          - {name: Rich, when: {attribute: spent, gte: 100}}
          - {name: Poor, when: {attribute: spent, lt: 100}}
          - {name: Known, when: {attribute: spent, exists: true}}
          - {name: German, when: {any: [{attribute: country, is: DE}, {attribute: tags, contains: de}]}}
          - {name: Elsewhere, when: {attribute: country, is_not: DE}}
        """);
    var ann = world.person("ann").is("spent", "99.5");
    assertThat(ann.isIn("Poor")).isTrue();
    assertThat(ann.isIn("Elsewhere")).isTrue();
    ann.is("spent", 100).is("country", "de");
    assertThat(ann.isIn("Rich")).isTrue();
    assertThat(ann.isIn("Poor")).isFalse();
    assertThat(ann.isIn("German")).isTrue();
    assertThat(ann.isIn("Elsewhere")).isFalse();
    ann.is("country", null).is("tags", List.of("a", "de")).is("spent", "");
    assertThat(ann.isIn("German")).isTrue();
    assertThat(ann.isIn("Known")).isFalse();
    assertThat(world.members("Known")).isZero();
    assertThat(world.members("German")).isOne();
  }

  private static void inactivity(World world) {
    world.publish(INACTIVE);
    var ann = world.person("ann").is("plan", "trial");
    world.passes(ofDays(2));
    ann.does("app_login");
    world.passes(ofDays(7).minusMillis(1));
    assertThat(ann.isIn("Inactive")).isFalse();
    world.passes(ofMillis(1));
    assertThat(ann.isIn("Inactive")).isTrue();
    assertThat(world.members("Inactive")).isOne();
    ann.does("app_login");
    assertThat(ann.isIn("Inactive")).isFalse();
    assertThat(world.members("Inactive")).isZero();
    ann.is("plan", "pro");
    world.passes(ofDays(8));
    assertThat(ann.isIn("Inactive")).isFalse();
    ann.is("plan", "trial");
    assertThat(ann.isIn("Inactive")).isTrue();
  }

  private static void age(World world) {
    world.publish(INACTIVE);
    var ann = world.person("ann").is("plan", "trial").is("created_at", 1_000_000_000);
    world.passes(ofDays(7).minusMillis(1));
    assertThat(ann.isIn("Inactive")).isFalse();
    world.passes(ofMillis(1));
    assertThat(ann.isIn("Inactive")).isTrue();
  }

  private static void backdated(World world) {
    world.publish(INACTIVE);
    var ann = world.person("ann").is("plan", "trial").did("signed_up", ofDays(6));
    assertThat(ann.isIn("Inactive")).isFalse();
    world.passes(ofDays(1).minusMillis(1));
    assertThat(ann.isIn("Inactive")).isFalse();
    world.passes(ofMillis(1));
    assertThat(ann.isIn("Inactive")).isTrue();
    var bob = world.person("bob").is("plan", "trial").did("signed_up", ofDays(30));
    assertThat(bob.isIn("Inactive")).isTrue();
  }

  private static final String KEEN =
      """
      segments:
        - name: Keen
          when: {performed: order, where: [{property: total, gte: 10}], at_least: 2, within: 3d}
      """;

  private static void count(World world) {
    world.publish(KEEN);
    var ann = world.person("ann").does("order", Map.of("total", 10));
    world.passes(ofDays(1));
    ann.does("order", Map.of("total", 9)).does("order");
    assertThat(ann.isIn("Keen")).isFalse();
    ann.does("order", Map.of("total", 10.5));
    assertThat(ann.isIn("Keen")).isTrue();
    world.passes(ofDays(2).minusMillis(1));
    assertThat(ann.isIn("Keen")).isTrue();
    world.passes(ofMillis(1));
    assertThat(ann.isIn("Keen")).isFalse();
  }

  private static void disorder(World world) {
    world.publish("segments: [{name: Twice, when: {performed: order, at_least: 2, within: 3d}}]");
    var ann = world.person("ann").does("order").did("order", ofDays(2));
    assertThat(ann.isIn("Twice")).isTrue();
    ann.did("order", ofDays(1)).did("order", ofDays(4));
    world.passes(ofDays(1));
    assertThat(ann.isIn("Twice")).isTrue();
    world.passes(ofDays(1));
    assertThat(ann.isIn("Twice")).isFalse();
  }

  private static void ever(World world) {
    world.publish(
        """
        segments:
          - {name: Buyers, when: {performed: order}}
          - {name: Regulars, when: {performed: order, at_least: 3}}
          - {name: Strangers, when: {not_performed: order}}
        """);
    var ann = world.person("ann").is("a", 1);
    assertThat(ann.isIn("Strangers")).isTrue();
    ann.did("order", ofDays(4000)).does("order");
    world.passes(ofDays(400));
    assertThat(ann.isIn("Buyers")).isTrue();
    assertThat(ann.isIn("Regulars")).isFalse();
    assertThat(ann.isIn("Strangers")).isFalse();
    ann.does("order");
    assertThat(ann.isIn("Regulars")).isTrue();
  }

  private static void nested(World world) {
    world.publish(
        """
        segments:
          - {name: Outer, when: {not: {in_segment: Middle}}}
          - {name: Middle, when: {any: [{in_segment: Inner}, {attribute: vip, is: true}]}}
          - {name: Inner, when: {performed: login, within: 1h}}
        """);
    var ann = world.person("ann").is("a", 1);
    assertThat(ann.isIn("Outer")).isTrue();
    ann.does("login");
    assertThat(ann.isIn("Outer")).isFalse();
    world.passes(ofHours(1));
    assertThat(ann.isIn("Middle")).isFalse();
    assertThat(ann.isIn("Outer")).isTrue();
    ann.is("vip", true);
    assertThat(ann.isIn("Outer")).isFalse();
  }

  private static void pages(World world) {
    world.publish(
        """
        segments:
          - {name: Saw, when: {performed: {page: pricing}}}
          - {name: Did, when: {performed: pricing}}
        """);
    var ann = world.person("ann").views("pricing");
    assertThat(ann.isIn("Saw")).isTrue();
    assertThat(ann.isIn("Did")).isFalse();
  }
}
