package dev.beckon.host.kafka;

import java.nio.file.Path;

/// How the host finds its cluster and uses the machine.
///
/// @param bootstrapServers brokers to begin with, as `host:port` with commas between
/// @param applicationId the name that all processes of one installation share; topics begin with it
/// @param machine under which name other processes know this machine
/// @param folder where this process keeps its part of the rows; they can be restored from the
///     cluster, but that takes time
/// @param partitions fixed when the topics are created
/// @param threads how many threads process partitions here
/// @param intakeMessagesMax how many messages may wait to be processed before more are refused
/// @param commitEveryMs for how long a transaction gathers while there is more to do
/// @param tickEveryMs how long a partition waits at least between two looks at its timers
public record KafkaSettings(
    String bootstrapServers,
    String applicationId,
    String machine,
    Path folder,
    int partitions,
    int threads,
    int intakeMessagesMax,
    int commitEveryMs,
    int tickEveryMs) {
  static final int PARTITIONS_MAX = 32_768;
  private static final int COMMIT_EVERY_MS = 20;
  private static final int TICK_EVERY_MS = 50;

  public KafkaSettings {
    within("partitions", partitions, 1, PARTITIONS_MAX);
    within("threads", threads, 1, 64);
    within("intakeMessagesMax", intakeMessagesMax, 1, 1 << 24);
    within("commitEveryMs", commitEveryMs, 1, 10_000);
    within("tickEveryMs", tickEveryMs, 1, 86_400_000);
  }

  /// With transactions of 20 ms and a look at the timers every 50 ms.
  public static KafkaSettings of(
      String bootstrapServers,
      String applicationId,
      String machine,
      Path folder,
      int partitions,
      int threads,
      int intakeMessagesMax) {
    return new KafkaSettings(
        bootstrapServers,
        applicationId,
        machine,
        folder,
        partitions,
        threads,
        intakeMessagesMax,
        COMMIT_EVERY_MS,
        TICK_EVERY_MS);
  }

  String inputs() {
    return applicationId + "-inputs";
  }

  String effects() {
    return applicationId + "-effects";
  }

  String answers() {
    return applicationId + "-answers";
  }

  private static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "Expected %s from %d to %d, but got %d.".formatted(name, least, most, value));
    }
  }
}
