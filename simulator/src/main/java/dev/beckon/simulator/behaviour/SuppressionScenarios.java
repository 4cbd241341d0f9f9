package dev.beckon.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.identity.Identifier;
import dev.beckon.simulator.World;
import java.util.List;

/// Identifiers that bring nobody about, until somebody says otherwise (docs/identity.md).
final class SuppressionScenarios {
  private static final int NAMES = 5;

  private SuppressionScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("whoever is suppressed is gone", SuppressionScenarios::gone),
        new Scenario("a suppressed identifier brings nobody about", SuppressionScenarios::dropped),
        new Scenario("an identifier of nobody can be suppressed", SuppressionScenarios::nobody),
        new Scenario("a suppressed identifier cannot be claimed", SuppressionScenarios::claimed),
        new Scenario("row 8, one of two is suppressed", SuppressionScenarios::further),
        new Scenario("whoever is unsuppressed is new", SuppressionScenarios::freed),
        new Scenario("deleting is not suppressing", SuppressionScenarios::deleted),
        Scenario.inAnyOrder(
            "all that was told at once keeps its order", SuppressionScenarios::atOnce));
  }

  private static void gone(World world) {
    world.publish("segments: [{name: Buyers, when: {performed: order}}]");
    world.person("ann").is("email", "ann@x.test").does("order").uses("token");
    world.person("ann").isSuppressed();
    assertThat(world.stored().people()).isEmpty();
    assertThat(world.stored().desks()).isEmpty();
    assertThat(world.members("Buyers")).isZero();
    assertThat(failures(world)).isZero();
  }

  private static void dropped(World world) {
    for (int i = 0; i < NAMES; i++) {
      world.person("ann" + i).is("email", "ann" + i + "@x.test");
      world.person("ann" + i).isSuppressed();
      world.person("ann" + i).is("plan", "pro").does("order");
      world.person("ann" + i + "@x.test").is("plan", "pro").does("order").uses("token");
    }
    assertThat(world.stored().people()).isEmpty();
    assertThat(failures(world)).isEqualTo(5 * NAMES);
  }

  private static void nobody(World world) {
    world.person("ann").isSuppressed().isSuppressed().does("order");
    assertThat(world.person("ann").exists()).isFalse();
    world.person("ann").isUnsuppressed().does("order");
    assertThat(world.person("ann").times("order")).isOne();
  }

  private static void claimed(World world) {
    for (int i = 0; i < NAMES; i++) {
      world.person("ann" + i + "@x.test").isSuppressed();
      var bob = world.person("bob" + i).does("order").is("email", "ann" + i + "@x.test");
      assertThat(bob.email()).isEmpty();
      assertThat(bob.activities("failed_attribute_change")).hasSize(1);
      bob.isByCioId(Identifier.email("bob" + i + "@x.test"), "plan", "pro");
      bob.isByCioId(Identifier.email("ann" + i + "@x.test"), "plan", "pro");
      assertThat(bob.email()).isEqualTo("bob" + i + "@x.test");
    }
  }

  private static void further(World world) {
    for (int i = 0; i < NAMES; i++) {
      world.person("ann" + i + "@x.test").isSuppressed();
      world.person("ann" + i).is("email", "ann" + i + "@x.test");
      assertThat(world.person("ann" + i).exists()).isFalse();
    }
    assertThat(failures(world)).isEqualTo(NAMES);
  }

  private static void freed(World world) {
    for (int i = 0; i < NAMES; i++) {
      var ann = world.person("ann" + i).is("email", "ann" + i + "@x.test").is("plan", "pro");
      var before = ann.key();
      ann.isSuppressed();
      world.person("ann" + i + "@x.test").isUnsuppressed();
      ann.is("email", "ann" + i + "@x.test");
      assertThat(ann.key()).isNotEqualTo(before);
      assertThat(ann.attribute("plan")).isEmpty();
      assertThat(ann.email()).isEqualTo("ann" + i + "@x.test");
    }
  }

  private static void deleted(World world) {
    var ann = world.person("ann").is("plan", "pro");
    var before = ann.key();
    ann.isDeleted().is("plan", "pro");
    assertThat(ann.key()).isNotEqualTo(before);
    assertThat(failures(world)).isZero();
  }

  private static void atOnce(World world) {
    world.person("ann").is("email", "ann@x.test");
    var mail = world.person("ann@x.test");
    world.atOnce(() -> mail.does("one").isSuppressed().does("two").isUnsuppressed().does("three"));
    assertThat(mail.times("one") + mail.times("two")).isZero();
    assertThat(mail.times("three")).isOne();
    assertThat(failures(world)).isOne();
  }

  private static int failures(World world) {
    return (int)
        world.stored().activities().stream()
            .filter(activity -> activity.data().get("reason") != null)
            .filter(activity -> activity.type().startsWith("failed_"))
            .count();
  }
}
