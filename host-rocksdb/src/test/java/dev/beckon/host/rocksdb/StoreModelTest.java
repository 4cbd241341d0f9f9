package dev.beckon.host.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rocksdb.RocksDBException;
import org.rocksdb.Snapshot;

/// Random operations on the store and on a sorted map must never be told apart.
final class StoreModelTest {
  private static final int PARTITIONS = 3;
  private static final int OPERATIONS = 5_000;
  private static final List<Table> TABLES =
      List.of(Table.META, Table.PERSON, Table.TIMER, Table.OUTBOX, Table.DEDUPE);
  private static final HexFormat HEX = HexFormat.of();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void behavesLikeASortedMap(long seed) throws IOException, RocksDBException {
    RocksSettings settings = TestSettings.small();
    try (Database database = Database.open(folder, settings)) {
      World world = new World(database, new Random(seed));
      for (int i = 0; i < OPERATIONS; i++) {
        world.step();
      }
      world.commit();
    }
  }

  /// The store under test beside the model, in hex so that failures can be read.
  private static final class World {
    private final Database database;
    private final Random random;
    private final Batch batch = new Batch();
    private final List<RocksStore> stores = new ArrayList<>();
    private final List<NavigableMap<String, String>> present = new ArrayList<>();
    private final List<NavigableMap<String, String>> committed = new ArrayList<>();

    World(Database database, Random random) {
      this.database = database;
      this.random = random;
      for (int i = 0; i < PARTITIONS; i++) {
        stores.add(new RocksStore(database, i, batch));
        present.add(new TreeMap<>());
        committed.add(new TreeMap<>());
      }
    }

    void step() throws RocksDBException {
      int partition = random.nextInt(PARTITIONS);
      Table table = TABLES.get(random.nextInt(TABLES.size()));
      switch (random.nextInt(100)) {
        case 0, 1, 2 -> commit();
        case 3 -> discard();
        case 4, 5, 6 -> deleteRange(partition, table);
        case 7, 8 -> compareSnapshot(partition, table);
        default -> {
          switch (random.nextInt(5)) {
            case 0, 1 -> put(partition, table);
            case 2 -> delete(partition, table);
            case 3 -> compareGet(partition, table);
            default -> compareScan(partition, table);
          }
        }
      }
    }

    private byte[] key() {
      byte[] key = new byte[random.nextInt(3)];
      for (int i = 0; i < key.length; i++) {
        key[i] = (byte) (random.nextInt(6) * 51);
      }
      return key;
    }

    private void put(int partition, Table table) {
      byte[] key = key();
      byte[] value = new byte[random.nextInt(4)];
      random.nextBytes(value);
      stores.get(partition).put(table, key, value);
      present.get(partition).put(name(table, key), HEX.formatHex(value));
    }

    private void delete(int partition, Table table) {
      byte[] key = key();
      stores.get(partition).delete(table, key);
      present.get(partition).remove(name(table, key));
    }

    private void deleteRange(int partition, Table table) {
      byte[] from = key();
      byte[] to = key();
      stores.get(partition).deleteRange(table, from, to);
      if (Arrays.compareUnsigned(from, to) < 0) {
        present.get(partition).subMap(name(table, from), name(table, to)).clear();
      }
    }

    private void compareGet(int partition, Table table) {
      byte[] key = key();
      byte @Nullable [] found = stores.get(partition).get(table, key);
      assertThat(found == null ? null : HEX.formatHex(found))
          .isEqualTo(present.get(partition).get(name(table, key)));
    }

    private void compareScan(int partition, Table table) {
      compareScan(stores.get(partition), present.get(partition), table);
    }

    private void compareSnapshot(int partition, Table table) {
      Snapshot snapshot = database.snapshot();
      compareScan(RocksRows.at(snapshot, database, partition), committed.get(partition), table);
      database.release(snapshot);
    }

    private void compareScan(Rows rows, NavigableMap<String, String> model, Table table) {
      byte[] from = key();
      byte @Nullable [] to = random.nextInt(4) == 0 ? null : key();
      int most = 1 + random.nextInt(8);
      String first = name(table, from);
      String end = to == null ? name(table, new byte[0]) + "~" : name(table, to);
      NavigableMap<String, String> expected =
          first.compareTo(end) < 0
              ? model.subMap(first, true, end, false)
              : new TreeMap<String, String>();
      assertThat(collect(rows, table, from, to, most, true)).isEqualTo(firstOf(expected, most));
      assertThat(collect(rows, table, from, to, most, false))
          .isEqualTo(firstOf(expected.descendingMap(), most));
    }

    private static List<String> firstOf(NavigableMap<String, String> rows, int most) {
      return rows.entrySet().stream()
          .limit(most)
          .map(row -> row.getKey() + "=" + row.getValue())
          .toList();
    }

    private static List<String> collect(
        Rows rows, Table table, byte[] from, byte @Nullable [] to, int most, boolean forth) {
      List<String> seen = new ArrayList<>();
      Rows.Visitor visitor =
          (key, value) -> {
            seen.add(name(table, key) + "=" + HEX.formatHex(value));
            return seen.size() < most;
          };
      if (forth) {
        rows.scan(table, from, to, visitor);
      } else {
        rows.scanBack(table, from, to, visitor);
      }
      return seen;
    }

    void commit() throws RocksDBException {
      new Commits(database, Database::commit, batch).commit();
      for (int i = 0; i < PARTITIONS; i++) {
        committed.set(i, new TreeMap<>(present.get(i)));
      }
    }

    private void discard() {
      batch.clear();
      for (int i = 0; i < PARTITIONS; i++) {
        present.set(i, new TreeMap<>(committed.get(i)));
      }
    }

    private static String name(Table table, byte[] key) {
      return "%03d:%s".formatted(table.code(), HEX.formatHex(key));
    }
  }
}
