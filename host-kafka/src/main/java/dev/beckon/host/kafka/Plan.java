package dev.beckon.host.kafka;

import dev.beckon.engine.store.Keys;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/// What Streams is asked to run: inputs through partitions with their rows, relays back to the
/// inputs, effects and answers out; all of it in transactions.
final class Plan {
  /// The store of each partition.
  static final String ROWS = "rows";

  static final String RELAYS = "relays";
  static final String EFFECTS = "effects";
  static final String ANSWERS = "answers";

  /// The largest message, row or effect (bytes).
  static final int RECORD_BYTES_MAX = 8 << 20;

  /// How long a process may be silent before others take over its partitions (ms).
  static final int SILENCE_MS_MAX = 10_000;

  /// How long a thread waits for inputs before it looks whether to commit (ms).
  private static final int POLL_MS_MAX = 10;

  /// How long a broker may hold a question for news (ms); a consumer cannot close before it is
  /// answered.
  static final int FETCH_MS_MAX = 100;

  private static final String INPUTS = "inputs";
  private static final String PARTITION = "partition";

  private Plan() {}

  static Topology topology(KafkaSettings settings, InstantSource clock) {
    return new Topology()
        .addSource(
            INPUTS, new ByteArrayDeserializer(), new ByteArrayDeserializer(), settings.inputs())
        .addProcessor(PARTITION, () -> new PartitionTask(settings, clock), INPUTS)
        .addStateStore(rows(), PARTITION)
        .addSink(
            RELAYS,
            settings.inputs(),
            new ByteArraySerializer(),
            new ByteArraySerializer(),
            (_, key, _, _) -> Optional.of(Set.of(destinationIn(key))),
            PARTITION)
        .addSink(
            ANSWERS,
            settings.answers(),
            new ByteArraySerializer(),
            new ByteArraySerializer(),
            (_, key, _, _) -> Optional.of(Set.of(destinationIn(key))),
            PARTITION)
        .addSink(
            EFFECTS,
            settings.effects(),
            new ByteArraySerializer(),
            new ByteArraySerializer(),
            (_, key, _, _) -> Optional.of(Set.of(Keys.personIn(key).partition())),
            PARTITION);
  }

  static Properties properties(KafkaSettings settings, String process) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, settings.machine() + ":0");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.folder().toString());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitEveryMs());
    properties.put(StreamsConfig.POLL_MS_CONFIG, Math.min(settings.commitEveryMs(), POLL_MS_MAX));
    properties.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), process);
    properties.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SILENCE_MS_MAX);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), FETCH_MS_MAX);
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), RECORD_BYTES_MAX);
    return properties;
  }

  /// The key of a relay among the inputs, and of an answer; messages from outside have none.
  static byte[] keyTo(int destination) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(destination).array();
  }

  private static int destinationIn(byte[] key) {
    return ByteBuffer.wrap(key).getInt();
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> rows() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(ROWS), Serdes.Bytes(), Serdes.ByteArray())
        .withLoggingEnabled(
            Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(RECORD_BYTES_MAX)));
  }
}
