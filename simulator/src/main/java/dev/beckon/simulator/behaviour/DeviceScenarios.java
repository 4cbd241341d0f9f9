package dev.beckon.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.catalog.Limits;
import dev.beckon.simulator.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The devices that people use.
final class DeviceScenarios {
  private DeviceScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("devices come and go", DeviceScenarios::comeAndGo),
        new Scenario("a device is known better each time", DeviceScenarios::updated),
        new Scenario("a device is with one person", DeviceScenarios::moves),
        new Scenario("a device of somebody unknown creates them", DeviceScenarios::created),
        new Scenario("the least used device makes room", DeviceScenarios::limit),
        new Scenario("devices go with the person", DeviceScenarios::deleted));
  }

  private static void comeAndGo(World world) {
    var ann = world.person("ann").is("plan", "pro").uses("one").uses("two").uses("one");
    assertThat(ann.devices()).containsExactly("one", "two");
    assertThat(ann.activities("device_change")).hasSize(2);
    ann.usesNoMore("one").usesNoMore("three");
    assertThat(ann.devices()).containsExactly("two");
    assertThat(ann.activities("device_change")).hasSize(3);
  }

  private static void updated(World world) {
    var ann = world.person("ann").uses("one", Map.of("app_version", "1", "os", "17"));
    ann.uses("one", Map.of("app_version", "2", "os", ""));
    var device = ann.state().profile().devices().get("one");
    assertThat(device).isNotNull();
    assertThat(device.attributes().fields()).hasToString("{app_version=Text[text=2]}");
    assertThat(ann.activities("device_change")).hasSize(2);
  }

  private static void moves(World world) {
    for (int i = 0; i < 6; i++) {
      var ann = world.person("ann" + i).uses("shared" + i);
      world.passes(Duration.ofSeconds(1));
      var bob = world.person("bob" + i).uses("shared" + i);
      assertThat(ann.devices()).isEmpty();
      assertThat(bob.devices()).containsExactly("shared" + i);
      world.passes(Duration.ofSeconds(1));
      ann.uses("shared" + i);
      assertThat(bob.devices()).isEmpty();
      assertThat(ann.devices()).containsExactly("shared" + i);
    }
  }

  private static void created(World world) {
    world.person("ann").uses("one");
    assertThat(world.person("ann").devices()).containsExactly("one");
  }

  private static void limit(World world) {
    var ann = world.person("ann");
    for (int i = 0; i < Limits.DEVICES_PER_PERSON_MAX; i++) {
      ann.uses("token" + i);
      world.passes(Duration.ofSeconds(1));
    }
    ann.uses("token0");
    assertThat(ann.devices()).hasSize(Limits.DEVICES_PER_PERSON_MAX).contains("token1");
    ann.uses("one more");
    assertThat(ann.devices())
        .hasSize(Limits.DEVICES_PER_PERSON_MAX)
        .contains("token0", "one more")
        .doesNotContain("token1");
  }

  private static void deleted(World world) {
    world.person("ann").uses("one").isDeleted();
    world.person("bob").uses("one").isSuppressed();
    var eve = world.person("eve").uses("one");
    assertThat(eve.devices()).containsExactly("one");
  }
}
