package dev.beckon.host.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.engine.store.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;

/// A visitor may write to the table that it is being shown.
final class ScanWhileWritingTest {
  private static final byte[] VALUE = {7};

  @TempDir private Path folder;

  private final Batch batch = new Batch();
  private Database database;
  private RocksStore store;

  @BeforeEach
  void threeRowsAreStoredAndOneIsWritten() throws IOException, RocksDBException {
    database = Database.open(folder, TestSettings.small());
    store = new RocksStore(database, 1, batch);
    for (byte key : new byte[] {10, 30, 50}) {
      put(key);
    }
    new Commits(database, Database::commit, batch).commit();
    put((byte) 40);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void meetsWhatIsWrittenAheadOfIt() {
    assertThat(keys(key -> putIf(key == 10, (byte) 20))).containsExactly(10, 20, 30, 40, 50);
  }

  @Test
  void doesNotMeetWhatIsWrittenBehindIt() {
    assertThat(keys(key -> putIf(key == 30, (byte) 20))).containsExactly(10, 30, 40, 50);
  }

  @Test
  void doesNotMeetWhatIsDeletedAheadOfIt() {
    assertThat(keys(key -> store.delete(Table.TIMER, new byte[] {(byte) (key + 20)})))
        .containsExactly(10, 40, 50);
  }

  @Test
  void mayDeleteWhereItStands() {
    assertThat(keys(key -> store.delete(Table.TIMER, new byte[] {(byte) key})))
        .containsExactly(10, 30, 40, 50);
    assertThat(keys(_ -> {})).isEmpty();
  }

  @Test
  void mayEraseTheRest() {
    assertThat(
            keys(
                key -> {
                  if (key == 30) {
                    store.deleteRange(Table.TIMER, new byte[] {30}, new byte[] {50});
                  }
                }))
        .containsExactly(10, 30, 50);
  }

  private void putIf(boolean condition, byte key) {
    if (condition) {
      put(key);
    }
  }

  private void put(byte key) {
    store.put(Table.TIMER, new byte[] {key}, VALUE);
  }

  /// What is done at each row.
  @FunctionalInterface
  private interface Deed {
    void at(int key);
  }

  private List<Integer> keys(Deed deed) {
    List<Integer> keys = new ArrayList<>();
    store.scan(
        Table.TIMER,
        new byte[0],
        null,
        (key, _) -> {
          keys.add((int) key[0]);
          deed.at(key[0]);
          return true;
        });
    return keys;
  }
}
