package dev.beckon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.simulator.run.Plan;
import dev.beckon.simulator.run.Result;
import dev.beckon.simulator.run.Seeds;
import dev.beckon.simulator.run.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Many seeds, no broken promise.
final class SimulationTest {
  private static final int SEEDS = 200;

  @Test
  void noSeedBreaksAPromise() throws InterruptedException {
    List<Plan> plans =
        LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> new Plan(seed, 12, 10)).toList();
    List<String> broken = new ArrayList<>();
    long[] sent = {0};
    Seeds.run(
        plans,
        2,
        result -> {
          sent[0] += result.sent();
          if (!result.isGood()) {
            broken.add(result.report());
          }
        });
    assertThat(broken).isEmpty();
    assertThat(sent[0])
        .as("messages sent, so that there is something to check")
        .isGreaterThan(SEEDS);
  }

  @Test
  void aSeedIsTheSameStoryEveryTime() {
    Plan plan = new Plan(8312, 12, 10);
    Result once = Simulation.run(plan);
    assertThat(Simulation.run(plan)).isEqualTo(once);
    assertThat(once.messages()).isPositive();
  }

  @Test
  void aFailureSaysHowToSeeItAgain() {
    assertThat(new Plan(17, 20, 30).command())
        .isEqualTo("./beckon simulate --seed 17 --people 20 --days 30");
  }
}
