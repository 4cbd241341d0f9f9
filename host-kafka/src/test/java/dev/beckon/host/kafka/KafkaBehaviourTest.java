package dev.beckon.host.kafka;

import dev.beckon.simulator.World;
import dev.beckon.simulator.behaviour.Behaviour;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The Kafka host cannot be told apart from the others.
///
/// A process that is lost and restored takes seconds here, so with a crash after every step only
/// one short story is told; the crashes that stories contain themselves are all here.
final class KafkaBehaviourTest {
  private static final String CRASHING = ", with a crash after every step";
  private static final String CRASHING_STORY = "an event of somebody unknown creates them";

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> behavesLikeEveryHost() {
    return Behaviour.on(partitions -> new KafkaHarness(partitions, World.START))
        .filter(test -> isChosen(test.getDisplayName()));
  }

  private static boolean isChosen(String name) {
    return !name.endsWith(CRASHING) || name.equals(CRASHING_STORY + CRASHING);
  }
}
