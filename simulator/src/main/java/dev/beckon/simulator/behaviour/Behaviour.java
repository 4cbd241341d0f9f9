package dev.beckon.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.simulator.Harness;
import dev.beckon.simulator.MemoryHarness;
import dev.beckon.simulator.World;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// The behaviour suite: every scenario on the host under test, once in peace and one more time with
/// a crash after every step. Both times the same must be stored as on the in-memory host in peace,
/// unless the scenario leaves the order to the host.
///
/// A host's test is one method with `@TestFactory` that returns [#on].
public final class Behaviour {
  /// Enough for identifiers and people to be spread, few enough for hosts to be started quickly.
  public static final int PARTITIONS = 4;

  private Behaviour() {}

  /// @param host opens an empty host with so many partitions, whose clock says [World#START]
  public static Stream<DynamicTest> on(IntFunction<Harness> host) {
    return scenarios().stream().flatMap(scenario -> twice(scenario, host));
  }

  /// All scenarios, by topic.
  public static List<Scenario> scenarios() {
    return Stream.of(
            SegmentScenarios.all(),
            IdentityScenarios.all(),
            MatrixScenarios.all(),
            SuppressionScenarios.all(),
            DeviceScenarios.all(),
            MergeScenarios.all(),
            AnonymousScenarios.all(),
            ConflictScenarios.all(),
            ConcurrencyScenarios.all(),
            CampaignScenarios.all(),
            ExitScenarios.all(),
            PublishingScenarios.all(),
            DeliveryScenarios.all(),
            ClockScenarios.all(),
            PlaybookScenarios.all())
        .flatMap(List::stream)
        .toList();
  }

  private static Stream<DynamicTest> twice(Scenario scenario, IntFunction<Harness> host) {
    return Stream.of(
        DynamicTest.dynamicTest(
            scenario.name(), () -> assertSame(scenario, run(scenario, host, World::on))),
        DynamicTest.dynamicTest(
            scenario.name() + ", with a crash after every step",
            () -> assertSame(scenario, run(scenario, host, World::crashing))));
  }

  private static String run(
      Scenario scenario, IntFunction<Harness> host, Function<Harness, World> opened) {
    try (Harness harness = host.apply(PARTITIONS)) {
      World world = opened.apply(harness);
      scenario.story().accept(world);
      return world.digest();
    }
  }

  private static void assertSame(Scenario scenario, String digest) {
    if (!scenario.inOneOrder()) {
      return;
    }
    String inMemory =
        run(scenario, partitions -> new MemoryHarness(partitions, World.START), World::on);
    assertThat(digest).as("what is stored, against the in-memory host").isEqualTo(inMemory);
  }
}
