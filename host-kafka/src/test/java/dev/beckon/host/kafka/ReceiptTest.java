package dev.beckon.host.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.engine.host.Receipt;
import dev.beckon.simulator.Stored;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever has the receipt of a message can be sure that what they say next finds it done.
final class ReceiptTest {
  private static final int PEOPLE = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void anEventByAddressFindsWhomAnIdentifyHasGivenIt() throws IOException {
    try (KafkaHost host =
        KafkaHost.open(KafkaHarness.settings(folder, 4, 50), InstantSource.system())) {
      host.start(_ -> {});
      List<CompletableFuture<List<Receipt>>> told = new ArrayList<>();
      for (String id : IntStream.range(0, PEOPLE).mapToObj(number -> "p" + number).toList()) {
        told.add(meetAndSee(host, id));
      }
      assertThat(told).allSatisfy(receipts -> assertThat(receipts).succeedsWithin(PATIENCE));
      assertThat(new Stored(host.queries()).people()).hasSize(PEOPLE);
      for (CompletableFuture<List<Receipt>> receipts : told) {
        assertThat(receipts.join()).doesNotContain(new Receipt(null));
        assertThat(receipts.join().getFirst()).isEqualTo(receipts.join().getLast());
      }
    }
  }

  private static CompletableFuture<List<Receipt>> meetAndSee(KafkaHost host, String id) {
    return host.intake()
        .accept(Shop.meets(id))
        .thenCompose(
            met ->
                host.intake()
                    .accept(Shop.sees(Shop.address(id), "browsed"))
                    .thenApply(seen -> List.of(met, seen)));
  }

  @Test
  void nothingOfAMessageIsUnderWayAfterItsReceipt() throws IOException {
    try (KafkaHost host =
        KafkaHost.open(KafkaHarness.settings(folder, 4, 50), InstantSource.system())) {
      host.start(_ -> {});
      for (int number = 0; number < 10; number++) {
        assertThat(host.intake().accept(Shop.meets("p" + number)))
            .succeedsWithin(PATIENCE)
            .satisfies(receipt -> assertThat(receipt.person()).isNotNull());
        assertThat(KafkaHarness.isAtRest(host)).isTrue();
      }
    }
  }

  @Test
  void whatWasTakenInIsFinishedBeforeTheHostCloses() throws IOException {
    KafkaSettings settings = KafkaHarness.settings(folder, 4, 50);
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    KafkaHost host = KafkaHost.open(settings, InstantSource.system());
    try (host) {
      host.start(_ -> {});
      for (int number = 0; number < PEOPLE; number++) {
        receipts.add(host.intake().accept(Shop.meets("p" + number)));
      }
    }
    assertThat(receipts).allSatisfy(receipt -> assertThat(receipt).isCompleted());
    assertThat(host.intake().accept(Shop.meets("eve"))).isCompletedExceptionally();
  }
}
