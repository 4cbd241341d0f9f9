package dev.beckon.server.config;

import dev.beckon.server.logs.Logs;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The settings that this process runs with, read and checked.
///
/// @param data the folder in which everything is kept
public record Config(Path data, Http http, Engine engine, Delivery delivery, Log log) {

  /// The HTTP server.
  ///
  /// @param bind the address to listen on
  /// @param port 0 for any free one
  /// @param baseUrl how the outside reaches this server; null when nobody said
  /// @param stopWithin how long requests under way may take to finish
  public record Http(
      String bind,
      int port,
      @Nullable URI baseUrl,
      long bodyBytesMax,
      int headerBytesMax,
      int requestsMax,
      int callsPerSecond,
      Duration stopWithin) {

    /// How the outside reaches this server when it listens on the given port.
    public URI baseUrlAt(int actualPort) {
      return baseUrl != null ? baseUrl : URI.create("http://localhost:" + actualPort);
    }
  }

  /// The partitions and what runs them.
  ///
  /// @param intakeMax messages that a writer has taken in and not acknowledged
  /// @param writeBufferBytes memory for rows that are not yet in sorted files
  /// @param blockCacheBytes memory for blocks of sorted files
  public record Engine(
      EngineHost host,
      int partitions,
      int writerThreads,
      int intakeMax,
      long writeBufferBytes,
      long blockCacheBytes,
      Kafka kafka) {}

  /// What can run partitions.
  public enum EngineHost {
    ROCKSDB,
    KAFKA
  }

  /// The cluster of the Kafka host.
  public record Kafka(String bootstrapServers, String applicationId) {}

  /// How messages go out.
  ///
  /// @param retryAfter the pause before the second attempt, doubled with each further one
  public record Delivery(int concurrency, int attemptsMax, Duration retryAfter) {}

  /// What the process says.
  public record Log(Logs.Verbosity verbosity, Logs.Format format) {}
}
