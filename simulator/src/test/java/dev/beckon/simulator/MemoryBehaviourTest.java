package dev.beckon.simulator;

import dev.beckon.simulator.behaviour.Behaviour;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The in-memory host does what every host must do.
final class MemoryBehaviourTest {
  @TestFactory
  Stream<DynamicTest> behavesLikeEveryHost() {
    return Behaviour.on(partitions -> new MemoryHarness(partitions, World.START));
  }
}
