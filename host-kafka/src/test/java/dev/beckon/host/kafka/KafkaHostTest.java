package dev.beckon.host.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beckon.core.identity.Identifier;
import dev.beckon.engine.host.Unavailable;
import dev.beckon.engine.message.Outputs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A host on real time: it tells partitions the time, and hands in what is pending until it has
/// ended.
final class KafkaHostTest {
  private static final int PATIENCE_SECONDS = 60;

  @TempDir private Path folder;

  private final BlockingQueue<Outputs.Pending> handed = new LinkedBlockingQueue<>();

  @Test
  void aDeliveryRingsByItselfAndIsHandedInUntilItHasEnded()
      throws IOException, InterruptedException {
    KafkaSettings settings = KafkaHarness.settings(folder, 4, 20);
    Outputs.Pending first;
    try (KafkaHost host = started(settings)) {
      host.intake().accept(Shop.opens()).join();
      host.intake().accept(Shop.meets("ann")).join();
      host.intake().accept(Shop.sees(Identifier.id("ann"), "browsed")).join();
      first = next();
      assertThat(first.deliver().step()).isEqualTo("reminder");
    }
    try (KafkaHost host = started(settings)) {
      assertThat(next()).isEqualTo(first);
      host.intake().accept(Shop.sent(first.deliver().id())).join();
      KafkaHarness.await(host, () -> KafkaHarness.isAtRest(host));
    }
    try (KafkaHost host = started(settings)) {
      host.intake().accept(Shop.sees(Identifier.id("ann"), "ordered")).join();
      assertThat(next().deliver().step()).isEqualTo("thanks");
      assertThat(handed).isEmpty();
    }
  }

  @Test
  void refusesAnotherNumberOfPartitions() throws IOException {
    KafkaSettings settings = KafkaHarness.settings(folder, 4, 20);
    Topics.prepare(settings);
    KafkaSettings other =
        KafkaSettings.of(
            settings.bootstrapServers(), settings.applicationId(), "localhost", folder, 8, 1, 10);
    assertThatThrownBy(() -> KafkaHost.open(other, InstantSource.system()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Expected 8 partitions")
        .hasMessageContaining("created with 4");
  }

  @Test
  void refusesReadsBeforeItHasStarted() throws IOException {
    KafkaSettings settings = KafkaHarness.settings(folder, 4, 20);
    try (KafkaHost host = KafkaHost.open(settings, InstantSource.system())) {
      assertThatThrownBy(() -> host.queries().read(2, _ -> ""))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("Expected partition 2 on localhost");
    }
  }

  private KafkaHost started(KafkaSettings settings) throws IOException {
    handed.clear();
    KafkaHost host = KafkaHost.open(settings, InstantSource.system());
    host.start(handed::add);
    return host;
  }

  private Outputs.Pending next() throws InterruptedException {
    Outputs.Pending next = handed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("Expected a delivery, but none was handed in.");
    }
    return next;
  }
}
