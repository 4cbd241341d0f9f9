package dev.beckon.host.kafka;

import dev.beckon.engine.Routing;
import dev.beckon.engine.host.Intake;
import dev.beckon.engine.host.Overloaded;
import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.host.Unavailable;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.MessageCodec;
import dev.beckon.engine.message.Stamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// The intake of the cluster: appends to the topic of inputs, and acknowledges what the brokers
/// have.
final class Entrance implements Intake, AutoCloseable {
  private static final Receipt DURABLE = new Receipt(null);
  private static final int RETRY_SECONDS = 1;
  private static final int BROKERS_MS_MAX = 30_000;
  private static final int BLOCKING_MS_MAX = 5_000;
  private static final Duration CLOSE_MAX = Duration.ofSeconds(30);

  private final String topic;
  private final int partitions;
  private final int most;
  private final InstantSource clock;
  private final Producer<byte[], byte[]> producer;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLongArray acknowledged;
  private volatile boolean closed;

  Entrance(KafkaSettings settings, InstantSource clock) {
    this(
        settings,
        clock,
        new KafkaProducer<>(
            properties(settings), new ByteArraySerializer(), new ByteArraySerializer()));
  }

  Entrance(KafkaSettings settings, InstantSource clock, Producer<byte[], byte[]> producer) {
    this.topic = settings.inputs();
    this.partitions = settings.partitions();
    this.most = settings.intakeMessagesMax();
    this.clock = clock;
    this.acknowledged = new AtomicLongArray(partitions);
    this.producer = producer;
  }

  private static Map<String, Object> properties(KafkaSettings settings) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        settings.bootstrapServers(),
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        true,
        ProducerConfig.LINGER_MS_CONFIG,
        1,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        BROKERS_MS_MAX,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        BROKERS_MS_MAX / 2,
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        BLOCKING_MS_MAX,
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
        Plan.RECORD_BYTES_MAX);
  }

  @Override
  public CompletableFuture<Receipt> accept(Message message) {
    if (closed) {
      throw new Unavailable("Expected an open host, but it is closed; start it again.");
    }
    Message stamped = Stamp.at(clock.millis(), message);
    int partition = Routing.partitionOf(stamped, partitions);
    if (partition >= partitions) { // a cio_id that nobody was ever given
      return CompletableFuture.completedFuture(DURABLE);
    }
    byte[] bytes = MessageCodec.encode(stamped);
    if (partition == Routing.EVERY) {
      enter(partitions);
      return appendEverywhere(bytes);
    }
    enter(1);
    return append(partition, bytes);
  }

  /// The offset behind the last message that this process has appended to a partition.
  long acknowledged(int partition) {
    return acknowledged.get(partition);
  }

  private CompletableFuture<Receipt> appendEverywhere(byte[] bytes) {
    CompletableFuture<?>[] appended = new CompletableFuture<?>[partitions];
    for (int partition = 0; partition < partitions; partition++) {
      appended[partition] = append(partition, bytes);
    }
    return CompletableFuture.allOf(appended).thenApply(_ -> DURABLE);
  }

  /// A message for every partition is let in whole, even where the bound is lower than that.
  private void enter(int messages) {
    if (waiting.getAndAdd(messages) >= most) {
      waiting.addAndGet(-messages);
      throw new Overloaded(RETRY_SECONDS);
    }
  }

  private CompletableFuture<Receipt> append(int partition, byte[] bytes) {
    CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    try {
      Future<RecordMetadata> _ =
          producer.send(
              new ProducerRecord<>(topic, partition, null, bytes),
              (metadata, failed) -> {
                waiting.decrementAndGet();
                if (failed == null) {
                  acknowledged.accumulateAndGet(partition, metadata.offset() + 1, Math::max);
                  receipt.complete(DURABLE);
                } else {
                  receipt.completeExceptionally(unavailable(failed));
                }
              });
    } catch (RuntimeException failed) {
      waiting.decrementAndGet();
      receipt.completeExceptionally(unavailable(failed));
    }
    return receipt;
  }

  private Unavailable unavailable(Throwable cause) {
    return new Unavailable(
        "Expected the brokers to take in a message for %s, but: %s; it may or may not be durable."
            .formatted(topic, cause.getMessage()),
        cause);
  }

  @Override
  public void close() {
    closed = true;
    producer.close(CLOSE_MAX);
  }
}
