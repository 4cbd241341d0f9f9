package dev.beckon.server.config;

import dev.beckon.server.logs.Logs;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// All settings, in the order in which they are explained.
final class Settings {

  static final Setting<Path> DATA =
      new Setting<>(
          "data",
          Kinds.path(),
          "./data",
          "Where everything is kept: the registry, the partitions, the lake. Created when absent."
              + " One process at a time may use it.");

  static final Setting<String> BIND =
      new Setting<>(
          "bind",
          Kinds.text("a host name or an IP address", Pattern.compile("[0-9A-Za-z.:\\-]+")),
          "127.0.0.1",
          "The address to listen on. The default answers to this machine only, because until an owner"
              + " account exists whoever comes first may create it. In a container, or behind a"
              + " proxy on another machine: `0.0.0.0`.");

  static final Setting<Integer> PORT =
      new Setting<>(
          "port",
          Kinds.count("a port", 0, 65_535),
          "8080",
          "Where the console and the APIs answer. 0 takes any free port.");

  static final Setting<URI> BASE_URL =
      new Setting<>(
          "base_url",
          Kinds.webAddress(),
          null,
          "How the outside reaches this server; links in messages begin with it. Left out, it is"
              + " `http://localhost` with the port.");

  static final Setting<Config.EngineHost> ENGINE_HOST =
      new Setting<>(
          "engine.host",
          Kinds.choice(Config.EngineHost.class),
          "rocksdb",
          "What runs the partitions: this process on RocksDB, or Kafka Streams on a cluster.");

  static final Setting<Integer> PARTITIONS =
      new Setting<>(
          "engine.partitions",
          Kinds.count("a number", 1, 1_024),
          "32",
          "Into how many partitions people are spread. Fixed when the data folder is created.");

  static final Setting<Integer> WRITER_THREADS =
      new Setting<>(
          "engine.writer_threads",
          Kinds.count("a number", 1, 64),
          "2",
          "How many threads write partitions; half of the cores is a good number.");

  static final Setting<Integer> INTAKE_MAX =
      new Setting<>(
          "engine.intake_max",
          Kinds.count("a number", 1, 1_000_000),
          "10000",
          "How many messages a writer takes in before the first of them is on disk. More are"
              + " answered 429 with Retry-After.");

  static final Setting<Long> WRITE_BUFFER =
      new Setting<>(
          "engine.write_buffer",
          Kinds.size("1MiB", "64GiB"),
          "256MiB",
          "Memory for rows that are not yet in sorted files.");

  static final Setting<Long> BLOCK_CACHE =
      new Setting<>(
          "engine.block_cache",
          Kinds.size("1MiB", "64GiB"),
          "256MiB",
          "Memory for blocks, indexes and filters of sorted files.");

  static final Setting<String> KAFKA_SERVERS =
      new Setting<>(
          "engine.kafka.bootstrap_servers",
          Kinds.text(
              "servers such as kafka-1:9092,kafka-2:9092",
              Pattern.compile("[^\\s,:]+:\\d{1,5}(,[^\\s,:]+:\\d{1,5})*")),
          "127.0.0.1:9092",
          "Brokers to begin with, when the host is `kafka`.");

  static final Setting<String> KAFKA_APPLICATION =
      new Setting<>(
          "engine.kafka.application_id",
          Kinds.text(
              "letters, digits, dots, dashes and underscores",
              Pattern.compile("[A-Za-z0-9._\\-]{1,200}")),
          "beckon",
          "The name that the processes of one installation share; topics begin with it.");

  static final Setting<Long> BODY_MAX =
      new Setting<>(
          "http.body_max",
          Kinds.size("1KiB", "1GiB"),
          "1MiB",
          "The largest body of a request, measured after unpacking. Larger ones are answered 413.");

  static final Setting<Long> HEADER_MAX =
      new Setting<>(
          "http.header_max", Kinds.size("1KiB", "1MiB"), "16KiB", "The largest head of a request.");

  static final Setting<Integer> REQUESTS_MAX =
      new Setting<>(
          "http.requests_max",
          Kinds.count("a number", 1, 100_000),
          "1000",
          "How many requests are worked on at a time. More are answered 429 with Retry-After.");

  static final Setting<Integer> CALLS_PER_SECOND =
      new Setting<>(
          "http.calls_per_second",
          Kinds.count("a number", 0, 1_000_000),
          "0",
          "How many calls a second one key may make; 0 for no limit. More are answered 429 with"
              + " Retry-After.");

  static final Setting<Duration> STOP_WITHIN =
      new Setting<>(
          "http.stop_within",
          Kinds.span("0s", "10m"),
          "10s",
          "How long requests under way may take to finish when the process is asked to stop.");

  static final Setting<Integer> DELIVERY_CONCURRENCY =
      new Setting<>(
          "delivery.concurrency",
          Kinds.count("a number", 1, 10_000),
          "64",
          "How many messages are rendered and handed over at a time.");

  static final Setting<Integer> ATTEMPTS_MAX =
      new Setting<>(
          "delivery.attempts_max",
          Kinds.count("a number", 1, 100),
          "8",
          "After how many attempts a message that is refused for the time being counts as failed.");

  static final Setting<Duration> RETRY_AFTER =
      new Setting<>(
          "delivery.retry_after",
          Kinds.span("1ms", "1d"),
          "30s",
          "The pause before the second attempt; it doubles with each further one.");

  static final Setting<Logs.Verbosity> LOG_LEVEL =
      new Setting<>(
          "log.level",
          Kinds.choice(Logs.Verbosity.class),
          "info",
          "How much is said on the standard error; each level includes those before it.");

  static final Setting<Logs.Format> LOG_FORMAT =
      new Setting<>(
          "log.format",
          Kinds.choice(Logs.Format.class),
          "text",
          "Lines for people, or one JSON object a line for machines.");

  static final List<Setting<?>> ALL =
      List.of(
          DATA,
          BIND,
          PORT,
          BASE_URL,
          ENGINE_HOST,
          PARTITIONS,
          WRITER_THREADS,
          INTAKE_MAX,
          WRITE_BUFFER,
          BLOCK_CACHE,
          KAFKA_SERVERS,
          KAFKA_APPLICATION,
          BODY_MAX,
          HEADER_MAX,
          REQUESTS_MAX,
          CALLS_PER_SECOND,
          STOP_WITHIN,
          DELIVERY_CONCURRENCY,
          ATTEMPTS_MAX,
          RETRY_AFTER,
          LOG_LEVEL,
          LOG_FORMAT);

  private Settings() {}
}
