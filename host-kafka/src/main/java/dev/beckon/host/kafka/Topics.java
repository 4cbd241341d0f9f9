package dev.beckon.host.kafka;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// The topics of an installation: created where they are missing, checked where they are there.
final class Topics {
  private static final long WAIT_SECONDS_MAX = 30;

  /// How long a topic that is new may stay unseen before the next look (ns).
  private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(50);

  /// How long an answer is kept (ms); who awaits it reads it at once.
  private static final String ANSWERS_KEPT_MS = Long.toString(TimeUnit.MINUTES.toMillis(10));

  private static final String RECORD_BYTES = Integer.toString(Plan.RECORD_BYTES_MAX);

  private Topics() {}

  /// @throws IOException if there is no cluster, or if it has the topics with another number of
  ///     partitions
  static void prepare(KafkaSettings settings) throws IOException {
    Map<String, Object> cluster =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    try (Admin admin = Admin.create(cluster)) {
      for (NewTopic topic : wanted(settings)) {
        create(admin, topic);
        expectPartitions(admin, topic.name(), settings.partitions());
      }
    } catch (ExecutionException | TimeoutException failed) {
      throw new IOException(
          "Expected a Kafka cluster at %s, but it does not answer as one: %s; check engine.kafka.bootstrap_servers and the brokers."
              .formatted(settings.bootstrapServers(), failed),
          failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Expected to prepare topics, but was interrupted.", interrupted);
    }
  }

  /// Effects are compacted: of a delivery that has ended, nothing is kept.
  private static List<NewTopic> wanted(KafkaSettings settings) {
    return List.of(
        topic(settings.inputs(), settings.partitions(), TopicConfig.CLEANUP_POLICY_DELETE),
        topic(settings.effects(), settings.partitions(), TopicConfig.CLEANUP_POLICY_COMPACT),
        new NewTopic(settings.answers(), Optional.of(settings.partitions()), Optional.empty())
            .configs(
                Map.of(
                    TopicConfig.RETENTION_MS_CONFIG,
                    ANSWERS_KEPT_MS,
                    TopicConfig.SEGMENT_MS_CONFIG,
                    ANSWERS_KEPT_MS)));
  }

  private static NewTopic topic(String name, int partitions, String cleanup) {
    return new NewTopic(name, Optional.of(partitions), Optional.empty())
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                cleanup,
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                RECORD_BYTES));
  }

  private static void create(Admin admin, NewTopic topic)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      admin.createTopics(List.of(topic)).all().get(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof TopicExistsException)) {
        throw failed;
      }
    }
  }

  private static void expectPartitions(Admin admin, String topic, int partitions)
      throws IOException, ExecutionException, InterruptedException, TimeoutException {
    int there = partitionsOf(admin, topic);
    if (there != partitions) {
      throw new IOException(
          "Expected %d partitions, but the topic %s was created with %d; set engine.partitions to that, because people cannot be spread anew."
              .formatted(partitions, topic, there));
    }
  }

  /// Asks until the brokers have told each other of a topic that is new.
  private static int partitionsOf(Admin admin, String topic)
      throws ExecutionException, InterruptedException, TimeoutException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS_MAX);
    while (true) {
      try {
        return admin
            .describeTopics(List.of(topic))
            .allTopicNames()
            .get(WAIT_SECONDS_MAX, TimeUnit.SECONDS)
            .values()
            .iterator()
            .next()
            .partitions()
            .size();
      } catch (ExecutionException failed) {
        if (!(failed.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() - end > 0) {
          throw failed;
        }
        LockSupport.parkNanos(LOOK_NS);
      }
    }
  }
}
