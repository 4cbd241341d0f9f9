package dev.beckon.host.kafka;

import dev.beckon.engine.host.Unavailable;
import dev.beckon.engine.query.Queries;
import dev.beckon.engine.store.Rows;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/// Reads of the partitions that this process owns; of others it says who owns them.
///
/// Each scan is of one moment. A reader that scans twice may see a batch in between, and what a
/// transaction has not committed yet.
final class LocalQueries implements Queries {
  private final KafkaStreams streams;
  private final KafkaSettings settings;

  LocalQueries(KafkaStreams streams, KafkaSettings settings) {
    this.streams = streams;
    this.settings = settings;
  }

  @Override
  public int partitions() {
    return settings.partitions();
  }

  @Override
  public <T> T read(int partition, Function<Rows, T> reader) {
    return readStore(partition, reader::apply);
  }

  Standing standing(int partition) {
    return readStore(partition, StreamsRows::standing);
  }

  /// Streams notices only while it reads that a partition is not here, or no longer.
  private <T> T readStore(int partition, Function<StreamsRows, T> reader) {
    try {
      ReadOnlyKeyValueStore<Bytes, byte[]> store =
          streams.store(
              StoreQueryParameters.fromNameAndType(
                      Plan.ROWS, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                  .withPartition(partition));
      return reader.apply(new StreamsRows(store));
    } catch (InvalidStateStoreException absent) {
      throw new Unavailable(
          "Expected partition %d on %s, but %s."
              .formatted(partition, settings.machine(), whereabouts(partition)),
          absent);
    }
  }

  private String whereabouts(int partition) {
    TopicPartition inputs = new TopicPartition(settings.inputs(), partition);
    try {
      return streams.streamsMetadataForStore(Plan.ROWS).stream()
          .filter(process -> process.topicPartitions().contains(inputs))
          .map(StreamsMetadata::host)
          .filter(machine -> !machine.equals(settings.machine()))
          .findFirst()
          .map(machine -> "it is on " + machine + "; ask there")
          .orElse("it is being moved or restored; try again in a moment");
    } catch (IllegalStateException | InvalidStateStoreException _) {
      return "this process is not running; start it again";
    }
  }
}
