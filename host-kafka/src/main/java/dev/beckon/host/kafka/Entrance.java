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
import org.jspecify.annotations.Nullable;

/// The intake of the cluster: appends to the topic of inputs, with the address at which a receipt
/// is awaited.
final class Entrance implements Intake, AutoCloseable {
  private static final int RETRY_SECONDS = 1;
  private static final int BROKERS_MS_MAX = 30_000;
  private static final int BLOCKING_MS_MAX = 5_000;
  private static final Duration CLOSE_MAX = Duration.ofSeconds(30);

  private final String topic;
  private final int partitions;
  private final int most;
  private final InstantSource clock;
  private final Promises promises;
  private final Producer<byte[], byte[]> producer;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLongArray appended;
  private volatile @Nullable Unavailable closed;

  Entrance(KafkaSettings settings, InstantSource clock, Promises promises) {
    this(
        settings,
        clock,
        promises,
        new KafkaProducer<>(
            properties(settings), new ByteArraySerializer(), new ByteArraySerializer()));
  }

  Entrance(
      KafkaSettings settings,
      InstantSource clock,
      Promises promises,
      Producer<byte[], byte[]> producer) {
    this.topic = settings.inputs();
    this.partitions = settings.partitions();
    this.most = settings.intakeMessagesMax();
    this.clock = clock;
    this.promises = promises;
    this.appended = new AtomicLongArray(partitions);
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
    Unavailable why = closed;
    if (why != null) {
      return CompletableFuture.failedFuture(why);
    }
    Message stamped = Stamp.at(clock.millis(), message);
    int partition = Routing.partitionOf(stamped, partitions);
    if (partition >= partitions) { // a cio_id that nobody was ever given
      return CompletableFuture.completedFuture(new Receipt(null));
    }
    byte[] bytes = MessageCodec.encode(stamped);
    if (partition == Routing.EVERY) {
      return appendEverywhere(bytes);
    }
    enter();
    Promises.Promise promise = promises.make(1, waiting::decrementAndGet);
    append(partition, bytes, promise);
    return promise.receipt();
  }

  /// The offset behind the last message that this process has appended to a partition.
  long appended(int partition) {
    return appended.get(partition);
  }

  /// Such messages are few and are always let in.
  private CompletableFuture<Receipt> appendEverywhere(byte[] bytes) {
    Promises.Promise promise = promises.make(partitions, () -> {});
    for (int partition = 0; partition < partitions; partition++) {
      append(partition, bytes, promise);
    }
    return promise.receipt();
  }

  private void enter() {
    if (waiting.incrementAndGet() > most) {
      waiting.decrementAndGet();
      throw new Overloaded(RETRY_SECONDS);
    }
  }

  private void append(int partition, byte[] bytes, Promises.Promise promise) {
    try {
      Future<RecordMetadata> _ =
          producer.send(
              new ProducerRecord<>(
                  topic, partition, null, null, bytes, promise.address().headers()),
              (metadata, failed) -> {
                if (failed == null) {
                  appended.accumulateAndGet(partition, metadata.offset() + 1, Math::max);
                } else {
                  promises.breakOne(promise, unavailable(failed));
                }
              });
    } catch (RuntimeException failed) {
      promises.breakOne(promise, unavailable(failed));
    }
  }

  private Unavailable unavailable(Throwable cause) {
    return new Unavailable(
        "Expected the brokers to take in a message for %s, but: %s; it may or may not be durable."
            .formatted(topic, cause.getMessage()),
        cause);
  }

  /// Takes nothing in any more.
  void shut(Unavailable why) {
    if (closed == null) {
      closed = why;
    }
  }

  @Override
  public void close() {
    producer.close(CLOSE_MAX);
  }
}
