package dev.beckon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.simulator.run.Plan;
import dev.beckon.simulator.run.Result;
import dev.beckon.simulator.run.Simulation;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Many seeds, no broken promise.
final class SimulationTest {
  private static final int SEEDS = 20;

  @Test
  void noSeedBreaksAPromise() {
    List<String> broken =
        LongStream.rangeClosed(1, SEEDS)
            .mapToObj(seed -> Simulation.run(new Plan(seed, 12, 14)))
            .filter(result -> !result.isGood())
            .map(Result::report)
            .toList();
    assertThat(broken).isEmpty();
  }
}
