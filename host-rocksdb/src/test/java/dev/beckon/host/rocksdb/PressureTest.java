package dev.beckon.host.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beckon.core.identity.Identifier;
import dev.beckon.engine.host.Overloaded;
import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.host.Unavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;

/// What the host does when more comes than it can take, and when the disk gives up.
final class PressureTest {
  private static final Identifier ANN = Identifier.id("ann");

  @TempDir private Path folder;

  @Test
  void refusesWhatIsTooMuchAndLosesNothing() throws IOException {
    CountDownLatch diskBack = new CountDownLatch(1);
    Disk stuck =
        (database, batch) -> {
          awaitUninterruptibly(diskBack);
          database.commit(batch);
        };
    int most = TestSettings.small().intakeMessagesMax();
    try (Bed bed = Bed.started(folder, InstantSource.system(), stuck)) {
      List<CompletableFuture<Receipt>> taken = new ArrayList<>();
      taken.add(bed.identify("ann"));
      for (int i = 1; i < most; i++) {
        taken.add(bed.track(ANN, "login"));
      }
      assertThatThrownBy(() -> bed.track(ANN, "one too many"))
          .isInstanceOfSatisfying(
              Overloaded.class,
              refusal -> assertThat(refusal.retryAfterSeconds()).isBetween(1, 60));
      assertThat(taken).noneMatch(CompletableFuture::isDone);
      diskBack.countDown();
      taken.forEach(Bed::await);
      Bed.await(bed.track(ANN, "room again"));
      assertThat(bed.countOfEvents("ann")).isEqualTo(most);
    }
  }

  @Test
  void failsLoudlyWhenTheDiskDoes() throws IOException {
    AtomicBoolean full = new AtomicBoolean();
    Disk disk =
        (database, batch) -> {
          if (full.get()) {
            throw new RocksDBException("No space left on device");
          }
          database.commit(batch);
        };
    try (Bed bed = Bed.started(folder, InstantSource.system(), disk)) {
      Bed.await(bed.identify("ann"));
      assertThat(bed.host().failure()).isEmpty();
      full.set(true);
      CompletableFuture<Receipt> lost = bed.track(ANN, "lost");
      assertThatThrownBy(() -> Bed.await(lost)).hasRootCauseMessage("No space left on device");
      assertThat(bed.host().failure()).get().asString().contains("No space left on device");
      full.set(false);
      assertThat(bed.track(ANN, "too late")).isCompletedExceptionally();
      assertThat(bed.events("ann")).isEmpty();
    }
    try (Bed bed = Bed.started(folder)) {
      assertThat(bed.events("ann")).isEmpty();
      Bed.await(bed.track(ANN, "back"));
      assertThat(bed.events("ann")).containsExactly("back");
    }
  }

  @Test
  void refusesEverythingOnceClosed() throws IOException {
    Bed bed = Bed.started(folder);
    bed.close();
    assertThat(bed.identify("ann"))
        .isCompletedExceptionally()
        .satisfies(
            receipt -> assertThatThrownBy(receipt::join).hasCauseInstanceOf(Unavailable.class));
    assertThatThrownBy(() -> bed.events("ann")).isInstanceOf(Unavailable.class);
  }

  @Test
  void finishesWhatItTookInBeforeItCloses() throws IOException {
    List<CompletableFuture<Receipt>> taken = new ArrayList<>();
    try (Bed bed = Bed.started(folder)) {
      for (int i = 0; i < 200; i++) {
        taken.add(bed.identify("p" + i));
      }
    }
    assertThat(taken).allMatch(receipt -> receipt.isDone() && !receipt.isCompletedExceptionally());
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
