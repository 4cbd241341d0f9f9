package dev.beckon.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.value.Value;
import dev.beckon.simulator.Someone;
import dev.beckon.simulator.World;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Calls that reach the host at the same moment.
final class ConcurrencyScenarios {
  private static final List<String> NAMES = List.of("ann", "bob", "eve", "kim", "tom", "zoe");

  private ConcurrencyScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.inAnyOrder(
            "of many who claim an address one gets it", ConcurrencyScenarios::claim),
        Scenario.inAnyOrder(
            "an address that nobody has brings one person about", ConcurrencyScenarios::lead),
        Scenario.inAnyOrder("people who do not exist are created once", ConcurrencyScenarios::born),
        Scenario.inAnyOrder("events keep the order of their calls", ConcurrencyScenarios::order),
        Scenario.inAnyOrder("whoever is deleted leaves nothing", ConcurrencyScenarios::deleted));
  }

  private static void claim(World world) {
    NAMES.forEach(name -> world.person(name).does("order"));
    world.atOnce(() -> NAMES.forEach(name -> world.person(name).is("email", "shared@x.test")));
    List<Someone> winners =
        people(world).filter(someone -> someone.email().equals("shared@x.test")).toList();
    assertThat(winners).hasSize(1);
    assertThat(world.person("shared@x.test").key()).isEqualTo(winners.getFirst().key());
    assertThat(people(world).filter(someone -> someone.email().isEmpty())).hasSize(5);
    assertThat(
            people(world).mapToInt(one -> one.activities("failed_attribute_change").size()).sum())
        .isEqualTo(5);
  }

  private static void lead(World world) {
    world.atOnce(() -> NAMES.forEach(name -> world.person(name).is("email", "shared@x.test")));
    assertThat(world.stored().people()).hasSize(1);
    assertThat(world.person("shared@x.test").id()).isIn(NAMES);
  }

  private static void born(World world) {
    world.atOnce(
        () -> {
          for (int i = 0; i < 5; i++) {
            NAMES.forEach(name -> world.person(name).does("order"));
          }
        });
    assertThat(world.stored().people()).hasSize(NAMES.size());
    assertThat(people(world).map(someone -> someone.times("order"))).containsOnly(5);
  }

  private static void order(World world) {
    NAMES.forEach(name -> world.person(name).is("email", name + "@x.test"));
    world.atOnce(
        () -> {
          for (int i = 0; i < 20; i++) {
            int number = i;
            NAMES.forEach(
                name -> world.person(name + "@x.test").does("tick", Map.of("number", number)));
          }
        });
    List<Value> numbers = IntStream.range(0, 20).mapToObj(i -> Value.of(i)).toList();
    people(world)
        .forEach(
            someone ->
                assertThat(someone.activities("event").stream().map(e -> e.data().get("number")))
                    .containsExactlyElementsOf(numbers));
  }

  private static void deleted(World world) {
    world.person("ann").is("email", "shared@x.test");
    world.atOnce(
        () -> {
          world.person("ann").isDeleted();
          NAMES.forEach(name -> world.person(name).is("email", "shared@x.test"));
          world.person("shared@x.test").does("order");
        });
    Someone holder = world.person("shared@x.test");
    assertThat(holder.email()).isEqualTo("shared@x.test");
    assertThat(
            world.stored().people().stream()
                .filter(
                    person -> "shared@x.test".equals(person.profile().identifiers().emailValue())))
        .hasSize(1);
  }

  private static Stream<Someone> people(World world) {
    return NAMES.stream().map(world::person);
  }
}
