package dev.beckon.host.rocksdb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.AbstractNativeReference;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.DataBlockIndexType;
import org.rocksdb.HyperClockCache;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.RocksDB;

/// RocksDB's options, from what was measured (docs/performance.md), and the native memory they own.
///
/// Memory is bounded: all write buffers together, and one cache for blocks, indexes and filters.
final class Tuning implements AutoCloseable {
  private static final int BLOOM_BITS_PER_KEY = 10;
  private static final double MEMTABLE_BLOOM_SHARE = 0.02;
  private static final int SHARDS_BY_SIZE = -1;
  private static final int BACKGROUND_JOBS = 2;
  private static final int INFO_LOGS_KEPT = 4;
  private static final long INFO_LOG_BYTES_MAX = 4L << 20;

  private final RocksSettings settings;
  private final List<AbstractNativeReference> owned = new ArrayList<>();
  private final Cache cache;
  private final BloomFilter bloom;
  private final DBOptions database;

  Tuning(RocksSettings settings) {
    RocksDB.loadLibrary();
    this.settings = settings;
    this.cache = own(new HyperClockCache(settings.blockCacheBytes(), 0, SHARDS_BY_SIZE, false));
    this.bloom = own(new BloomFilter(BLOOM_BITS_PER_KEY, false));
    this.database =
        own(new DBOptions())
            .setCreateIfMissing(true)
            .setCreateMissingColumnFamilies(true)
            .setDbWriteBufferSize(settings.writeBufferBytes())
            .setMaxTotalWalSize(2 * settings.writeBufferBytes())
            .setMaxBackgroundJobs(BACKGROUND_JOBS)
            .setKeepLogFileNum(INFO_LOGS_KEPT)
            .setMaxLogFileSize(INFO_LOG_BYTES_MAX)
            .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
            .setStatsDumpPeriodSec(0);
  }

  DBOptions database() {
    return database;
  }

  /// The families to open, RocksDB's own default family first.
  List<ColumnFamilyDescriptor> descriptors() {
    List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
    descriptors.add(
        new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, own(new ColumnFamilyOptions())));
    for (Family family : Family.values()) {
      descriptors.add(
          new ColumnFamilyDescriptor(
              family.stored().getBytes(StandardCharsets.US_ASCII), options(family)));
    }
    return descriptors;
  }

  private ColumnFamilyOptions options(Family family) {
    ColumnFamilyOptions options =
        own(new ColumnFamilyOptions())
            .setWriteBufferSize(settings.writeBufferBytes() / 2)
            .setCompressionType(CompressionType.LZ4_COMPRESSION);
    BlockBasedTableConfig table =
        new BlockBasedTableConfig()
            .setBlockCache(cache)
            .setFilterPolicy(bloom)
            .setCacheIndexAndFilterBlocks(true)
            .setPinL0FilterAndIndexBlocksInCache(true)
            .setPinTopLevelIndexAndFilter(true);
    if (family.isPointwise()) {
      table.setDataBlockIndexType(DataBlockIndexType.kDataBlockBinaryAndHash);
      options
          .setCompactionStyle(CompactionStyle.UNIVERSAL)
          .setOptimizeFiltersForHits(family == Family.PEOPLE)
          .setMemtablePrefixBloomSizeRatio(MEMTABLE_BLOOM_SHARE)
          .setMemtableWholeKeyFiltering(true);
    }
    return options.setTableFormatConfig(table);
  }

  private <T extends AbstractNativeReference> T own(T reference) {
    owned.add(reference);
    return reference;
  }

  @Override
  public void close() {
    owned.reversed().forEach(AbstractNativeReference::close);
  }
}
