package dev.beckon.host.rocksdb;

/// Settings for tests: small buffers, so that rows also reach files.
final class TestSettings {
  private static final int PARTITIONS = 4;
  private static final int WRITERS = 2;
  private static final int INTAKE_MESSAGES_MAX = 1_000;
  private static final int BATCH_MESSAGES_MAX = 100;
  private static final long MIB = 1L << 20;

  static RocksSettings small() {
    return new RocksSettings(
        PARTITIONS, WRITERS, INTAKE_MESSAGES_MAX, BATCH_MESSAGES_MAX, MIB, MIB);
  }

  private TestSettings() {}
}
