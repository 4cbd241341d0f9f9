package dev.beckon.host.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/// The bytes of a batch are those that RocksDB itself would make.
final class WritesTest {
  private static final int ROUNDS = 300;

  @TempDir private Path folder;

  private final Random random = new Random(5);

  @Test
  void areThoseOfRocksDb() throws IOException, RocksDBException {
    Writes ours = new Writes();
    try (Database database = Database.open(folder, TestSettings.small());
        WriteBatch theirs = new WriteBatch()) {
      assertThat(ours.toBytes()).isEqualTo(theirs.data());
      for (int i = 0; i < ROUNDS; i++) {
        Family[] families = Family.values();
        write(ours, theirs, database.handle(families[random.nextInt(families.length)]));
      }
      assertThat(ours.toBytes()).isEqualTo(theirs.data());
      ours.clear();
      theirs.clear();
      write(ours, theirs, database.handle(Family.STATE));
      assertThat(ours.toBytes()).isEqualTo(theirs.data());
    }
  }

  private void write(Writes ours, WriteBatch theirs, ColumnFamilyHandle family)
      throws RocksDBException {
    byte[] key = bytes(200);
    byte[] value = bytes(20_000);
    switch (random.nextInt(3)) {
      case 0 -> {
        ours.put(family.getID(), key, value);
        theirs.put(family, key, value);
      }
      case 1 -> {
        ours.delete(family.getID(), key);
        theirs.delete(family, key);
      }
      default -> {
        ours.deleteRange(family.getID(), key, value);
        theirs.deleteRange(family, key, value);
      }
    }
  }

  private byte[] bytes(int most) {
    byte[] bytes = new byte[random.nextInt(most)];
    random.nextBytes(bytes);
    return bytes;
  }
}
