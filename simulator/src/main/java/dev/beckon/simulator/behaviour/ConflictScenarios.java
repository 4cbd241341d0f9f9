package dev.beckon.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.identity.Identifier;
import dev.beckon.simulator.Someone;
import dev.beckon.simulator.World;
import java.util.List;

/// Several people and one identifier; told for four pairs each, so that the homes and the desks
/// are together and apart in every way.
final class ConflictScenarios {
  private static final int PAIRS = 4;

  private ConflictScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("the second to claim an address is refused", ConflictScenarios::address),
        new Scenario("the second to claim an id is refused", ConflictScenarios::id),
        new Scenario("an address with a person of its own is refused", ConflictScenarios::owned),
        new Scenario("an id with a person of its own is refused", ConflictScenarios::ownedId),
        new Scenario("whoever was refused keeps the rest", ConflictScenarios::rest),
        new Scenario("two who swap identifiers stay two", ConflictScenarios::swap));
  }

  private static void address(World world) {
    for (int i = 0; i < PAIRS; i++) {
      String shared = "shared" + i + "@x.test";
      Someone first = world.person("first" + i).is("email", shared);
      Someone second = world.person("second" + i).does("order").is("email", shared);
      assertHeld(world, shared, first, second);
      assertThat(second.email()).isEmpty();
    }
  }

  private static void id(World world) {
    for (int i = 0; i < PAIRS; i++) {
      Someone first = world.person("first" + i + "@x.test").is("id", "shared" + i);
      Someone second = world.person("second" + i + "@x.test").does("order").is("id", "shared" + i);
      assertHeld(world, "shared" + i, first, second);
      assertThat(second.id()).isEmpty();
    }
  }

  private static void owned(World world) {
    for (int i = 0; i < PAIRS; i++) {
      String shared = "shared" + i + "@x.test";
      Someone first = world.person(shared).does("order");
      Someone second = world.person("second" + i).does("order").is("email", shared);
      assertHeld(world, shared, first, second);
    }
  }

  private static void ownedId(World world) {
    for (int i = 0; i < PAIRS; i++) {
      Someone first = world.person("shared" + i).does("order");
      Someone second = world.person("second" + i + "@x.test").does("order").is("id", "shared" + i);
      assertHeld(world, "shared" + i, first, second);
    }
  }

  private static void rest(World world) {
    world.person("ann").is("email", "shared@x.test");
    var bob = world.person("bob").is("plan", "pro").is("email", "shared@x.test").does("order");
    assertThat(bob.attribute("plan")).isEqualTo("pro");
    assertThat(bob.times("order")).isOne();
    bob.is("email", "bob@x.test");
    assertThat(bob.email()).isEqualTo("bob@x.test");
    assertThat(world.person("bob@x.test").key()).isEqualTo(bob.key());
  }

  private static void swap(World world) {
    for (int i = 0; i < PAIRS; i++) {
      Someone ann = world.person("ann" + i).is("email", "ann" + i + "@x.test");
      Someone bob = world.person("bob" + i).is("email", "bob" + i + "@x.test");
      ann.changesTo("spare" + i + "@x.test");
      bob.changesTo("ann" + i + "@x.test");
      ann.changesTo("bob" + i + "@x.test");
      assertThat(world.person("ann" + i + "@x.test").key()).isEqualTo(bob.key());
      assertThat(world.person("bob" + i + "@x.test").key()).isEqualTo(ann.key());
      assertThat(world.person("spare" + i + "@x.test").exists()).isFalse();
    }
  }

  private static void assertHeld(World world, String shared, Someone first, Someone second) {
    assertThat(world.person(shared).key()).isEqualTo(first.key());
    assertThat(second.key()).isNotEqualTo(first.key());
    assertThat(second.activities("failed_attribute_change")).hasSize(1);
    assertThat(second.state().profile().identifiers().all())
        .doesNotContain(Identifier.id(shared), Identifier.email(shared));
  }
}
