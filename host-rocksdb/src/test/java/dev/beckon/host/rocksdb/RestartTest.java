package dev.beckon.host.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beckon.core.identity.Identifier;
import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.message.Outputs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;

/// What was under way when the host stopped goes on when it starts again.
final class RestartTest {
  private static final Identifier ANN = Identifier.id("ann");

  @TempDir private Path folder;

  @Test
  void whatWasAcknowledgedIsThere() throws IOException {
    try (Bed bed = Bed.started(folder)) {
      Bed.await(bed.identify("ann"));
      Bed.await(bed.track(ANN, "login"));
    }
    try (Bed bed = Bed.started(folder)) {
      assertThat(bed.events("ann")).containsExactly("login");
    }
  }

  @Test
  void timersGoOnWhereTheyWere() throws IOException {
    Instant start = Instant.parse("2026-03-01T10:00:00Z");
    try (Bed bed = Bed.started(folder, InstantSource.fixed(start))) {
      Bed.await(bed.publish(1, Docs.patient()));
      Bed.await(bed.identify("ann"));
      Bed.await(bed.track(ANN, "browsed"));
      bed.expectNoDelivery();
    }
    try (Bed bed = Bed.started(folder, InstantSource.fixed(start.plus(Duration.ofHours(2))))) {
      assertThat(bed.nextDelivery().deliver().step()).isEqualTo("later");
    }
  }

  @Test
  void aTimerFiresWithoutAnybodyAsking() throws IOException {
    try (Bed bed = Bed.started(folder)) {
      Bed.await(bed.publish(1, Docs.followUps()));
      Bed.await(bed.identify("ann"));
      Bed.await(bed.track(ANN, "browsed"));
      assertThat(bed.nextDelivery().deliver().step()).isEqualTo("reminder");
    }
  }

  @Test
  void aDeliveryIsHandedOverUntilItsEndIsReported() throws IOException {
    Outputs.Pending first;
    try (Bed bed = Bed.started(folder)) {
      Bed.await(bed.publish(1, Docs.followUps()));
      Bed.await(bed.identify("ann"));
      Bed.await(bed.track(ANN, "ordered"));
      first = bed.nextDelivery();
    }
    try (Bed bed = Bed.started(folder)) {
      assertThat(bed.nextDelivery()).isEqualTo(first);
      Bed.await(bed.reportSent(first.deliver().id()));
    }
    try (Bed bed = Bed.started(folder)) {
      bed.expectNoDelivery();
    }
  }

  @Test
  void aRelayThatHadNotArrivedArrives() throws IOException {
    try (Bed bed = Bed.started(folder)) {
      Bed.await(bed.identify(farFromHome()));
    }
    AtomicInteger commits = new AtomicInteger();
    Disk failsAtTheSecond =
        (database, batch) -> {
          if (commits.incrementAndGet() >= 2) {
            throw new RocksDBException("No space left on device");
          }
          database.commit(batch);
        };
    try (Bed bed = Bed.started(folder, InstantSource.system(), failsAtTheSecond)) {
      CompletableFuture<Receipt> relayed = bed.track(Says.email(farFromHome()), "login");
      assertThatThrownBy(() -> Bed.await(relayed)).hasStackTraceContaining("No space left");
      assertThat(commits).hasValueGreaterThanOrEqualTo(2);
    }
    try (Bed bed = Bed.started(folder)) {
      Bed.await(bed.track(Identifier.id(farFromHome()), "logout"));
      assertThat(bed.events(farFromHome())).containsExactly("login", "logout");
    }
  }

  /// An id whose desk is another partition than that of its address.
  private static String farFromHome() {
    return Routes.idFarFromItsEmail();
  }
}
