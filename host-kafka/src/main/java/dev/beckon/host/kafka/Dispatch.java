package dev.beckon.host.kafka;

import dev.beckon.engine.message.Outputs;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Hands committed effects to this process's share of the delivery workers.
///
/// What is committed as consumed is everything before the first delivery whose end has not been
/// reported; so after a crash, whoever takes over hands those in again, wherever their partition is
/// processed.
final class Dispatch implements ConsumerRebalanceListener, AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long COMMIT_NS = TimeUnit.SECONDS.toNanos(1);
  private static final long JOIN_MS_MAX = 30_000;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String topic;
  private final Consumer<Outputs.Pending> listener;
  private final Consumer<Throwable> onFailure;
  private final Map<TopicPartition, Lane> lanes = new HashMap<>();
  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private final Thread thread;
  private long committedAt = System.nanoTime();
  private volatile boolean closing;

  Dispatch(
      KafkaSettings settings,
      String process,
      Consumer<Outputs.Pending> listener,
      Consumer<Throwable> onFailure) {
    this.consumer =
        new KafkaConsumer<>(
            properties(settings, process),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    this.topic = settings.effects();
    this.listener = listener;
    this.onFailure = onFailure;
    this.thread = Thread.ofPlatform().name("beckon-effects").unstarted(this::run);
  }

  private static Map<String, Object> properties(KafkaSettings settings, String process) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        settings.bootstrapServers(),
        ConsumerConfig.GROUP_ID_CONFIG,
        settings.effects(),
        ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
        process,
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
        Plan.SILENCE_MS_MAX,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest",
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

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    consumer
        .endOffsets(assigned)
        .forEach((lane, end) -> lanes.put(lane, new Lane(lane.partition(), end, listener)));
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    commit();
    forget(revoked);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> lost) {
    forget(lost);
  }

  private void forget(Collection<TopicPartition> gone) {
    lanes.keySet().removeAll(gone);
    committed.keySet().removeAll(gone);
  }

  private void run() {
    try (consumer) {
      consumer.subscribe(List.of(topic), this);
      while (!closing) {
        takeSome();
      }
      commit();
    } catch (WakeupException _) {
      commitAtTheEnd();
    } catch (RuntimeException failed) {
      onFailure.accept(failed);
    }
  }

  private void takeSome() {
    for (ConsumerRecord<byte[], byte[]> effect : consumer.poll(POLL)) {
      Lane lane = lanes.get(new TopicPartition(effect.topic(), effect.partition()));
      if (lane != null) {
        lane.take(effect);
      }
    }
    lanes.forEach((partition, lane) -> lane.reached(consumer.position(partition)));
    if (System.nanoTime() - committedAt > COMMIT_NS) {
      commit();
    }
  }

  private void commitAtTheEnd() {
    try {
      commit();
    } catch (KafkaException failed) {
      onFailure.accept(failed);
    }
  }

  private void commit() {
    Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
    lanes.forEach(
        (partition, lane) -> {
          long resumeAt = lane.resumeAt(consumer.position(partition));
          if (!Long.valueOf(resumeAt).equals(committed.put(partition, resumeAt))) {
            moved.put(partition, new OffsetAndMetadata(resumeAt));
          }
        });
    if (!moved.isEmpty()) {
      consumer.commitSync(moved);
    }
    committedAt = System.nanoTime();
  }

  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      thread.join(JOIN_MS_MAX);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
