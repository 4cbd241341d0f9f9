package dev.beckon.host.rocksdb;

import dev.beckon.simulator.World;
import dev.beckon.simulator.behaviour.Behaviour;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The host on RocksDB does what every host must do.
final class RocksBehaviourTest {

  @TempDir private Path folder;

  private final AtomicInteger opened = new AtomicInteger();

  @TestFactory
  Stream<DynamicTest> behavesLikeEveryHost() {
    return Behaviour.on(
        partitions ->
            new RocksHarness(
                folder.resolve("engine-" + opened.incrementAndGet()), partitions, World.START));
  }
}
