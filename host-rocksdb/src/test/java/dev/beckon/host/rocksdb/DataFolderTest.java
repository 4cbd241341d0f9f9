package dev.beckon.host.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The data folder says what it is, and is opened by one only.
final class DataFolderTest {

  @TempDir private Path folder;

  @Test
  void opensAgainWithTheSameNumberOfPartitions() throws IOException {
    DataFolder.open(folder, 4).close();
    try (DataFolder again = DataFolder.open(folder, 4)) {
      assertThat(again.rows()).isEqualTo(folder.resolve("rows"));
    }
  }

  @Test
  void refusesAnotherNumberOfPartitions() throws IOException {
    DataFolder.open(folder, 4).close();
    assertThatThrownBy(() -> DataFolder.open(folder, 8))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Expected 8 partitions")
        .hasMessageContaining("created with 4");
  }

  @Test
  void refusesAnotherFormat() throws IOException {
    Files.writeString(folder.resolve("engine.format"), "beckon engine, format 2\npartitions 4\n");
    assertThatThrownBy(() -> DataFolder.open(folder, 4)).hasMessageContaining("found format 2");
    Files.writeString(folder.resolve("engine.format"), "?");
    assertThatThrownBy(() -> DataFolder.open(folder, 4)).hasMessageContaining("backup");
  }

  @Test
  void refusesAFolderOfSomethingElse() throws IOException {
    Files.writeString(folder.resolve("letters.txt"), "Dear Ann");
    assertThatThrownBy(() -> DataFolder.open(folder, 4)).hasMessageContaining("letters.txt");
  }

  @Test
  void refusesASecondOpener() throws IOException {
    try (DataFolder first = DataFolder.open(folder, 4)) {
      assertThatThrownBy(() -> DataFolder.open(folder, 4))
          .hasMessageContaining("another Beckon")
          .hasMessageContaining(folder.toString());
      assertThat(first.rows()).isNotNull();
    }
    DataFolder.open(folder, 4).close();
  }
}
