package dev.beckon.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/// The limit of the store: get a person, put it back, append an event, put one outbox row; batches
/// of 500, synced; nothing else.
final class BareLoop implements AutoCloseable {
  private static final int BATCH = 500;
  private static final int OUTBOX_BYTES = 300;
  private static final int EVENT_BYTES = 160;
  private static final long WRITE_BUFFER_BYTES = 128L << 20;
  private static final long CACHE_MIB = 256;

  private final int people;
  private final int personBytes;
  private final DBOptions database = new DBOptions();
  private final ColumnFamilyOptions plain = options();
  private final ColumnFamilyOptions pointwise =
      options().optimizeForPointLookup(CACHE_MIB).setCompactionStyle(CompactionStyle.UNIVERSAL);
  private final WriteOptions synced = new WriteOptions().setSync(true);
  private final List<ColumnFamilyHandle> handles = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(1);
  private final RocksDB rocks;
  private long sequence;

  BareLoop(Path folder, int people, int personBytes) throws IOException {
    this.people = people;
    this.personBytes = personBytes;
    Files.createDirectories(folder);
    database
        .setCreateIfMissing(true)
        .setCreateMissingColumnFamilies(true)
        .setDbWriteBufferSize(2 * WRITE_BUFFER_BYTES);
    try {
      rocks =
          RocksDB.open(
              database,
              folder.toString(),
              List.of(
                  new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, plain),
                  new ColumnFamilyDescriptor(bytes("people"), pointwise),
                  new ColumnFamilyDescriptor(bytes("history"), plain),
                  new ColumnFamilyDescriptor(bytes("outbox"), plain)),
              handles);
      fill();
    } catch (RocksDBException failed) {
      throw new IOException(failed);
    }
  }

  private static ColumnFamilyOptions options() {
    return new ColumnFamilyOptions()
        .setWriteBufferSize(WRITE_BUFFER_BYTES)
        .setCompressionType(CompressionType.LZ4_COMPRESSION);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void fill() throws RocksDBException {
    try (WriteBatch batch = new WriteBatch()) {
      for (int i = 0; i < people; i++) {
        batch.put(handles.get(1), key(i), noise(personBytes));
        if (batch.count() == BATCH || i == people - 1) {
          rocks.write(synced, batch);
          batch.clear();
        }
      }
    }
  }

  /// @return events per second over the given time
  double run(long nanos) throws IOException {
    long began = System.nanoTime();
    long events = 0;
    try (WriteBatch batch = new WriteBatch()) {
      while (System.nanoTime() - began < nanos) {
        for (int i = 0; i < BATCH; i++) {
          event(batch);
        }
        rocks.write(synced, batch);
        batch.clear();
        events += BATCH;
      }
    } catch (RocksDBException failed) {
      throw new IOException(failed);
    }
    return events * 1e9 / (System.nanoTime() - began);
  }

  private void event(WriteBatch batch) throws RocksDBException {
    byte[] key = key(random.nextInt(people));
    byte[] person = rocks.get(handles.get(1), key);
    if (person == null) {
      throw new IllegalStateException("Expected everybody to be there, but somebody is missing.");
    }
    person[random.nextInt(person.length)]++;
    sequence++;
    batch.put(handles.get(1), key, person);
    byte[] place = ByteBuffer.allocate(16).put(key).putLong(sequence).array();
    batch.put(handles.get(2), place, noise(EVENT_BYTES));
    batch.put(handles.get(3), key(sequence), noise(OUTBOX_BYTES));
  }

  private static byte[] key(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  /// Bytes of which about half can be squeezed out, as in real records.
  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    for (int i = 0; i + Long.BYTES <= length; i += 2 * Long.BYTES) {
      ByteBuffer.wrap(noise).putLong(i, random.nextLong());
    }
    return noise;
  }

  @Override
  public void close() {
    handles.forEach(ColumnFamilyHandle::close);
    rocks.close();
    synced.close();
    plain.close();
    pointwise.close();
    database.close();
  }
}
