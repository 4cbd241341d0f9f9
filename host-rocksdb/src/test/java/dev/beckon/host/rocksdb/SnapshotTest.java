package dev.beckon.host.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beckon.core.identity.Identifier;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads see one moment, and so does a copy of the whole engine.
final class SnapshotTest {

  private static final Identifier ANN = Identifier.id("ann");

  @TempDir private Path folder;

  @Test
  void aReadDoesNotSeeWhatHappensMeanwhile() throws IOException {
    try (Bed bed = Bed.started(folder)) {
      int home = Bed.homeOf(Bed.await(bed.identify("ann")));
      bed.host()
          .queries()
          .read(
              home,
              rows -> {
                assertThat(people(rows)).isEqualTo(1);
                for (int i = 0; i < 50; i++) {
                  Bed.await(bed.identify("p" + i));
                }
                assertThat(people(rows)).isEqualTo(1);
                return true;
              });
      assertThat(bed.host().queries().read(home, SnapshotTest::people)).isGreaterThan(1);
    }
  }

  @Test
  void aCheckpointOpensAsAnEngine() throws IOException {
    Path copy = folder.resolve("copy");
    try (Bed bed = Bed.started(folder.resolve("engine"))) {
      Bed.await(bed.identify("ann"));
      Bed.await(bed.track(ANN, "before"));
      bed.host().checkpoint(copy);
      Bed.await(bed.track(ANN, "after"));
      assertThatThrownBy(() -> bed.host().checkpoint(copy)).isInstanceOf(IOException.class);
    }
    assertThat(Files.exists(copy.resolve("engine.format"))).isTrue();
    try (Bed bed = Bed.started(copy)) {
      assertThat(bed.events("ann")).containsExactly("before");
    }
  }

  private static int people(Rows rows) {
    int[] count = {0};
    rows.scan(
        Table.PERSON,
        new byte[0],
        null,
        (_, _) -> {
          count[0]++;
          return true;
        });
    return count[0];
  }
}
