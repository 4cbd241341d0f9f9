package dev.beckon.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLedgerTest {
  private static final Outcome SENT =
      new Outcome(
          Metric.SENT,
          true,
          Value.Fields.EMPTY
              .with("subject", Value.of("50 % = \"İyi\" günler\n"))
              .with("uncertain", Value.of(true))
              .with("count", Value.of(3)));

  private static DeliveryId delivery(int number) {
    return new DeliveryId(PersonKey.at(7, 3, 42), number);
  }

  @Test
  void whatWasUnderWayIsInDoubtAfterwardsAndWhatHadEndedIsNot(@TempDir Path folder) {
    Path file = folder.resolve("ledger");
    try (AttemptLedger ledger = FileLedger.open(file)) {
      for (int i = 1; i <= 4; i++) {
        ledger.started(delivery(i));
      }
      ledger.ended(delivery(2), SENT);
      ledger.withdrawn(delivery(3));
      ledger.ended(delivery(4), SENT);
      ledger.reported(delivery(4));
    }
    try (AttemptLedger ledger = FileLedger.open(file)) {
      assertThat(ledger.inDoubt(delivery(1))).isTrue();
      assertThat(ledger.outcome(delivery(2))).contains(SENT);
      for (int i = 2; i <= 5; i++) {
        assertThat(ledger.inDoubt(delivery(i))).isFalse();
      }
      assertThat(ledger.outcome(delivery(1))).isEmpty();
      assertThat(ledger.outcome(delivery(4))).isEmpty();
    }
  }

  @Test
  void aFileCutShortAnywhereKeepsItsWholeLines(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ledger");
    try (AttemptLedger ledger = FileLedger.open(file)) {
      ledger.started(delivery(1));
      ledger.started(delivery(2));
      ledger.ended(delivery(2), SENT);
    }
    byte[] whole = Files.readAllBytes(file);
    int firstLine = new String(whole, UTF_8).indexOf('\n') + 1;
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      try (AttemptLedger ledger = FileLedger.open(file)) {
        assertThat(ledger.inDoubt(delivery(1))).isEqualTo(length >= firstLine);
        assertThat(ledger.outcome(delivery(2))).isEmpty();
        ledger.started(delivery(9));
      }
      try (AttemptLedger ledger = FileLedger.open(file)) {
        assertThat(ledger.inDoubt(delivery(9))).isTrue();
      }
    }
  }

  @Test
  void aDamagedLineIsNotBelieved(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ledger");
    Files.writeString(file, "E 7 0003000000000042 5 SENT - #00000000\nnonsense\n");
    try (AttemptLedger ledger = FileLedger.open(file)) {
      assertThat(ledger.outcome(delivery(5))).isEmpty();
    }
    assertThat(file).isEmptyFile();
  }

  @Test
  void theFileIsWrittenAnewWhenMostOfItNoLongerMatters(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ledger");
    try (AttemptLedger ledger = FileLedger.open(file, 20_000)) {
      ledger.started(delivery(1));
      ledger.started(delivery(2));
      ledger.ended(delivery(2), SENT);
      for (int i = 10; i < 1_010; i++) {
        ledger.started(delivery(i));
        ledger.ended(delivery(i), SENT);
        ledger.reported(delivery(i));
      }
    }
    assertThat(Files.size(file)).isLessThan(25_000);
    try (AttemptLedger ledger = FileLedger.open(file)) {
      assertThat(ledger.inDoubt(delivery(1))).isTrue();
      assertThat(ledger.outcome(delivery(2))).contains(SENT);
    }
  }

  @Test
  void manyAtOnceLoseNothing(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ledger");
    try (AttemptLedger ledger = FileLedger.open(file, 5_000);
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 300; i++) {
        int number = i;
        workers.execute(
            () -> {
              ledger.started(delivery(number));
              if (number % 3 > 0) {
                ledger.ended(delivery(number), SENT);
              }
              if (number % 3 > 1) {
                ledger.reported(delivery(number));
              }
            });
      }
    }
    Files.write(file, "S 7 00".getBytes(UTF_8), StandardOpenOption.APPEND);
    try (AttemptLedger ledger = FileLedger.open(file)) {
      for (int i = 0; i < 300; i++) {
        assertThat(ledger.inDoubt(delivery(i))).isEqualTo(i % 3 == 0);
        assertThat(ledger.outcome(delivery(i)).isPresent()).isEqualTo(i % 3 == 1);
      }
    }
  }
}
