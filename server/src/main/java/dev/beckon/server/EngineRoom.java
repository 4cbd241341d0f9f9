package dev.beckon.server;

import dev.beckon.engine.host.Host;
import dev.beckon.host.kafka.KafkaHost;
import dev.beckon.host.kafka.KafkaSettings;
import dev.beckon.host.rocksdb.RocksHost;
import dev.beckon.host.rocksdb.RocksSettings;
import dev.beckon.server.config.Config;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;

/// Opens the host that the configuration names.
final class EngineRoom {
  /// How many messages go into one commit at most.
  private static final int BATCH_MESSAGES_MAX = 500;

  private EngineRoom() {}

  static Host open(Path data, Config.Engine config, InstantSource clock) throws IOException {
    return switch (config.host()) {
      case ROCKSDB ->
          RocksHost.open(
              data.resolve("engine"),
              new RocksSettings(
                  config.partitions(),
                  config.writerThreads(),
                  config.intakeMax(),
                  BATCH_MESSAGES_MAX,
                  config.writeBufferBytes(),
                  config.blockCacheBytes()),
              clock);
      case KAFKA ->
          KafkaHost.open(
              KafkaSettings.of(
                  config.kafka().bootstrapServers(),
                  config.kafka().applicationId(),
                  InetAddress.getLocalHost().getHostName(),
                  data.resolve("engine-kafka"),
                  config.partitions(),
                  config.writerThreads(),
                  config.intakeMax()),
              clock);
    };
  }
}
