package dev.beckon.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.simulator.World;
import java.util.List;

/// One person under several identifiers.
final class IdentityScenarios {
  private IdentityScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("an event of somebody unknown creates them", IdentityScenarios::created),
        new Scenario("an update of somebody unknown creates nobody", IdentityScenarios::updateOnly),
        new Scenario("a person is found by each identifier", IdentityScenarios::found),
        new Scenario("addresses are the same in any case, ids are not", IdentityScenarios::cases),
        new Scenario("a second value for a slot is refused", IdentityScenarios::refused),
        new Scenario("by cio_id an identifier can be changed", IdentityScenarios::changed),
        new Scenario("a freed identifier can be taken by another", IdentityScenarios::freed),
        new Scenario("a deleted person is forgotten", IdentityScenarios::deleted),
        new Scenario("many people keep to themselves", IdentityScenarios::many));
  }

  private static void created(World world) {
    world.person("ann").does("order");
    assertThat(world.person("ann").exists()).isTrue();
    assertThat(world.person("ann").times("order")).isOne();
    assertThat(world.person("bob").exists()).isFalse();
  }

  private static void updateOnly(World world) {
    world.person("ann").isIfKnown("plan", "pro");
    assertThat(world.person("ann").exists()).isFalse();
    world.person("ann").is("plan", "free").isIfKnown("plan", "pro");
    assertThat(world.person("ann").attribute("plan")).isEqualTo("pro");
  }

  private static void found(World world) {
    world.person("ann").is("email", "ann@x.test").does("order");
    world.person("ann@x.test").does("order").is("plan", "pro");
    assertThat(world.person("ann").key()).isEqualTo(world.person("ann@x.test").key());
    assertThat(world.person("ann").times("order")).isEqualTo(2);
    assertThat(world.person("ann").attribute("plan")).isEqualTo("pro");
    world.person("bob@x.test").is("id", "bob");
    assertThat(world.person("bob").key()).isEqualTo(world.person("bob@x.test").key());
    assertThat(world.stored().people()).hasSize(2);
  }

  private static void cases(World world) {
    world.person("Ann@X.test").does("order");
    world.person("ann@x.TEST").does("order");
    assertThat(world.person("ann@x.test").times("order")).isEqualTo(2);
    world.person("ann").does("order");
    world.person("ANN").does("order");
    assertThat(world.stored().people()).hasSize(3);
  }

  private static void refused(World world) {
    var ann = world.person("ann").is("email", "ann@x.test").is("email", "other@x.test");
    assertThat(ann.email()).isEqualTo("ann@x.test");
    assertThat(ann.activities("failed_attribute_change")).hasSize(1);
    assertThat(world.person("other@x.test").exists()).isFalse();
    ann.is("email", "ANN@x.test");
    assertThat(ann.activities("failed_attribute_change")).hasSize(1);
  }

  private static void changed(World world) {
    var ann = world.person("ann").is("email", "ann@x.test").changesTo("anna@x.test");
    assertThat(ann.email()).isEqualTo("anna@x.test");
    assertThat(world.person("ann@x.test").exists()).isFalse();
    assertThat(world.person("anna@x.test").key()).isEqualTo(ann.key());
  }

  private static void freed(World world) {
    world.person("ann").is("email", "shared@x.test").changesTo("ann@x.test");
    world.person("bob").is("email", "shared@x.test");
    assertThat(world.person("shared@x.test").key()).isEqualTo(world.person("bob").key());
    world.person("bob").isDeleted();
    world.person("eve").is("email", "shared@x.test");
    assertThat(world.person("shared@x.test").key()).isEqualTo(world.person("eve").key());
    assertThat(world.person("eve").email()).isEqualTo("shared@x.test");
  }

  private static void deleted(World world) {
    world.publish("segments: [{name: Buyers, when: {performed: order}}]");
    var key = world.person("ann").is("email", "ann@x.test").does("order").key();
    world.person("ann").isDeleted();
    assertThat(world.person("ann").exists()).isFalse();
    assertThat(world.person("ann@x.test").exists()).isFalse();
    assertThat(world.members("Buyers")).isZero();
    world.person("ann").isDeleted();
    assertThat(world.stored().people()).isEmpty();
    world.person("ann").is("plan", "pro");
    assertThat(world.person("ann").key()).isNotEqualTo(key);
    assertThat(world.person("ann").isIn("Buyers")).isFalse();
    assertThat(world.person("ann").times("order")).isZero();
  }

  private static void many(World world) {
    for (int i = 0; i < 12; i++) {
      world.person("p" + i).is("email", "p" + i + "@x.test").is("n", i);
    }
    for (int i = 0; i < 12; i++) {
      world.person("p" + i + "@x.test").does("order");
      assertThat(world.person("p" + i).attribute("n")).isEqualTo(Integer.toString(i));
      assertThat(world.person("p" + i).times("order")).isOne();
    }
    assertThat(world.stored().people()).hasSize(12);
  }
}
