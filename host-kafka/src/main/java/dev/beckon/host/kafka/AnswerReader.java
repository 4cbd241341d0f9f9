package dev.beckon.host.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Brings committed answers from whichever process gave them, from now on.
///
/// It belongs to no group and commits nothing: answers are of use to this run of the process only.
final class AnswerReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long JOIN_MS_MAX = 30_000;

  private final Promises promises;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Consumer<Throwable> onFailure;
  private final Thread thread;

  /// Stands at the end of the answers when it comes back; no promise may have been made before.
  AnswerReader(KafkaSettings settings, Promises promises, Consumer<Throwable> onFailure) {
    this.promises = promises;
    this.onFailure = onFailure;
    this.consumer =
        new KafkaConsumer<>(
            properties(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    TopicPartition lane = new TopicPartition(settings.answers(), promises.lane());
    consumer.assign(List.of(lane));
    consumer.seekToEnd(List.of(lane));
    consumer.position(lane);
    this.thread = Thread.ofPlatform().name("beckon-answers").unstarted(this::run);
  }

  private static Map<String, Object> properties(KafkaSettings settings) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        settings.bootstrapServers(),
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "latest",
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
        Plan.FETCH_MS_MAX,
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        IsolationLevel.READ_COMMITTED.name().toLowerCase(Locale.ROOT));
  }

  void start() {
    thread.start();
  }

  private void run() {
    try (consumer) {
      while (true) {
        for (ConsumerRecord<byte[], byte[]> answer : consumer.poll(POLL)) {
          promises.take(Answer.read(answer.value()));
        }
        promises.expire();
      }
    } catch (WakeupException _) {
      // The end.
    } catch (RuntimeException failed) {
      onFailure.accept(failed);
    }
  }

  @Override
  public void close() {
    if (thread.getState() == Thread.State.NEW) {
      consumer.close();
      return;
    }
    consumer.wakeup();
    try {
      thread.join(JOIN_MS_MAX);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
