package dev.beckon.host.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.simulator.World;
import dev.beckon.simulator.behaviour.Behaviour;
import dev.beckon.simulator.behaviour.Scenario;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The Kafka host cannot be told apart from the others.
///
/// All stories are told in peace, with the crashes that they contain themselves. A machine that is
/// lost and restored from the cluster takes a second, and all stories together have eight hundred
/// steps; so a crash after every step is kept for one story of each kind of row and relay that has
/// to come back.
final class KafkaBehaviourTest {
  private static final String CRASHING = ", with a crash after every step";

  private static final Set<String> CRASHING_STORIES =
      Set.of(
          "an event of somebody unknown creates them",
          "a freed identifier can be taken by another",
          "the second to claim an address is refused",
          "a deleted person is forgotten",
          "events keep the order of their calls",
          "whoever is deleted leaves nothing",
          "whoever is new is not inactive yet",
          "an edited segment is learned anew",
          "a journey takes every kind of step",
          "outcomes are counted once for each message",
          "an event under the same key counts once",
          "what was due while the host was away is caught up",
          "P2: whoever takes the first action is celebrated");

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> behavesLikeEveryHost() {
    return Behaviour.on(partitions -> new KafkaHarness(partitions, World.START))
        .filter(test -> isChosen(test.getDisplayName()));
  }

  private static boolean isChosen(String name) {
    return !name.endsWith(CRASHING)
        || CRASHING_STORIES.contains(name.substring(0, name.length() - CRASHING.length()));
  }

  @Test
  void theCrashingStoriesAreAmongTheStories() {
    assertThat(Behaviour.scenarios()).extracting(Scenario::name).containsAll(CRASHING_STORIES);
  }
}
