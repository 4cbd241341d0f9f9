package dev.beckon.host.rocksdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Checkpoint;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/// The one RocksDB that holds the rows of all partitions.
final class Database implements AutoCloseable {
  private final Tuning tuning;
  private final RocksDB rocks;
  private final List<ColumnFamilyHandle> handles;
  private final Map<Family, ColumnFamilyHandle> families;
  private final ReadOptions latest = new ReadOptions();
  private final WriteOptions synced = new WriteOptions().setSync(true);

  private Database(Tuning tuning, RocksDB rocks, List<ColumnFamilyHandle> handles) {
    this.tuning = tuning;
    this.rocks = rocks;
    this.handles = handles;
    this.families = new EnumMap<>(Family.class);
    int next = 1; // the first handle is RocksDB's own default family
    for (Family family : Family.values()) {
      families.put(family, handles.get(next++));
    }
  }

  static Database open(Path path, RocksSettings settings) throws IOException {
    RocksDB.loadLibrary();
    Files.createDirectories(path);
    Tuning tuning = new Tuning(settings);
    List<ColumnFamilyDescriptor> descriptors = tuning.descriptors();
    List<ColumnFamilyHandle> handles = new ArrayList<>(descriptors.size());
    try {
      RocksDB rocks = RocksDB.open(tuning.database(), path.toString(), descriptors, handles);
      return new Database(tuning, rocks, handles);
    } catch (RocksDBException failed) {
      tuning.close();
      throw new IOException(
          "Expected to open the rows in %s, but RocksDB says: %s."
              .formatted(path, failed.getMessage()),
          failed);
    }
  }

  ColumnFamilyHandle handle(Family family) {
    ColumnFamilyHandle handle = families.get(family);
    if (handle == null) {
      throw new IllegalStateException("Expected an open family, but there is none for " + family);
    }
    return handle;
  }

  byte @Nullable [] get(Family family, byte[] key, @Nullable Snapshot snapshot) {
    try {
      if (snapshot == null) {
        return rocks.get(handle(family), latest, key);
      }
      try (ReadOptions options = new ReadOptions().setSnapshot(snapshot)) {
        return rocks.get(handle(family), options, key);
      }
    } catch (RocksDBException failed) {
      throw unreadable(failed);
    }
  }

  RocksIterator iterator(Family family, ReadOptions options) {
    return rocks.newIterator(handle(family), options);
  }

  Snapshot snapshot() {
    return rocks.getSnapshot();
  }

  void release(Snapshot snapshot) {
    rocks.releaseSnapshot(snapshot);
  }

  /// Writes and returns when the disk has it.
  void commit(WriteBatch batch) throws RocksDBException {
    rocks.write(synced, batch);
  }

  /// Makes a copy of the present state; files are linked where the target is on the same disk.
  void checkpoint(Path target) throws IOException {
    try (Checkpoint checkpoint = Checkpoint.create(rocks)) {
      checkpoint.createCheckpoint(target.toString());
    } catch (RocksDBException failed) {
      throw new IOException(
          "Expected to write a checkpoint to %s, but RocksDB says: %s; choose a folder that does not exist on a disk with room."
              .formatted(target, failed.getMessage()),
          failed);
    }
  }

  static IllegalStateException unreadable(RocksDBException failed) {
    return new IllegalStateException(
        "Expected to read rows, but RocksDB says: %s; check the disk and restore from a backup if it is damaged."
            .formatted(failed.getMessage()),
        failed);
  }

  @Override
  public void close() {
    latest.close();
    synced.close();
    handles.forEach(ColumnFamilyHandle::close);
    rocks.close();
    tuning.close();
  }
}
