package dev.beckon.host.rocksdb;

/// How the host uses the machine.
///
/// @param partitions fixed when the data folder is created
/// @param writers threads that own partitions
/// @param intakeMessagesMax how many messages a writer has taken in and not acknowledged before
///     it refuses more
/// @param batchMessagesMax how many messages are committed as one
/// @param writeBufferBytes memory for rows that are not yet in sorted files
/// @param blockCacheBytes memory for blocks, indexes and filters of sorted files
public record RocksSettings(
    int partitions,
    int writers,
    int intakeMessagesMax,
    int batchMessagesMax,
    long writeBufferBytes,
    long blockCacheBytes) {
  static final int PARTITIONS_MAX = 32_768;
  private static final int WRITERS_MAX = 64;
  private static final long MIB = 1L << 20;

  public RocksSettings {
    within("partitions", partitions, 1, PARTITIONS_MAX);
    within("writers", writers, 1, WRITERS_MAX);
    within("intakeMessagesMax", intakeMessagesMax, 1, 1 << 24);
    within("batchMessagesMax", batchMessagesMax, 1, 1 << 16);
    within("writeBufferBytes", writeBufferBytes, 1 << 20, Long.MAX_VALUE);
    within("blockCacheBytes", blockCacheBytes, 1 << 20, Long.MAX_VALUE);
  }

  /// For a machine with the given number of cores: 32 partitions and at most four writers.
  public static RocksSettings forCores(int cores) {
    int writers = Math.clamp(cores, 1, 4);
    return new RocksSettings(32, writers, 10_000, 500, 256 * MIB, 256 * MIB);
  }

  public RocksSettings withPartitions(int partitions) {
    return new RocksSettings(
        partitions,
        writers,
        intakeMessagesMax,
        batchMessagesMax,
        writeBufferBytes,
        blockCacheBytes);
  }

  public RocksSettings withWriters(int writers) {
    return new RocksSettings(
        partitions,
        writers,
        intakeMessagesMax,
        batchMessagesMax,
        writeBufferBytes,
        blockCacheBytes);
  }

  public RocksSettings withIntakeMessagesMax(int intakeMessagesMax) {
    return new RocksSettings(
        partitions,
        writers,
        intakeMessagesMax,
        batchMessagesMax,
        writeBufferBytes,
        blockCacheBytes);
  }

  private static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "Expected %s from %d to %d, but got %d.".formatted(name, least, most, value));
    }
  }
}
