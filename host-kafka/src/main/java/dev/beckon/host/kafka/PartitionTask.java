package dev.beckon.host.kafka;

import dev.beckon.engine.Partition;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.MessageCodec;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.message.Stamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// An engine partition as a task of Streams, for as long as this process owns it.
///
/// Streams commits when it likes, so what the partition gathers in memory is written after every
/// message; a transaction that fails throws the task away, and with it this object.
final class PartitionTask implements Processor<byte[], byte[], byte[], byte[]> {
  /// How long one look at the timers goes on (ns).
  private static final long TICKING_NS_MAX = TimeUnit.MILLISECONDS.toNanos(50);

  private final int partitions;
  private final Duration tickEvery;
  private final InstantSource clock;
  private @Nullable Seat seat;

  PartitionTask(KafkaSettings settings, InstantSource clock) {
    this.partitions = settings.partitions();
    this.tickEvery = Duration.ofMillis(settings.tickEveryMs());
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    Seat taken = new Seat(context, partitions);
    seat = taken;
    context.schedule(
        tickEvery, PunctuationType.WALL_CLOCK_TIME, _ -> taken.tickIfDue(clock.millis()));
  }

  @Override
  public void process(Record<byte[], byte[]> message) {
    if (seat == null) {
      throw new IllegalStateException("Expected a task that was begun, but this one was not.");
    }
    seat.take(MessageCodec.decode(message.value()));
  }

  /// The partition with its rows and its place in the topic.
  private static final class Seat {
    private final ProcessorContext<byte[], byte[]> context;
    private final StreamsStore store;
    private final Partition partition;
    private Standing standing;

    Seat(ProcessorContext<byte[], byte[]> context, int partitions) {
      KeyValueStore<Bytes, byte[]> rows = context.getStateStore(Plan.ROWS);
      this.context = context;
      this.store = new StreamsStore(rows, this::tellEffects);
      this.partition = new Partition(context.taskId().partition(), partitions, store);
      this.standing = store.standing();
    }

    void take(Message message) {
      long offset = context.recordMetadata().orElseThrow().offset();
      process(message, offset + 1);
    }

    void tickIfDue(long now) {
      long end = System.nanoTime() + TICKING_NS_MAX;
      boolean more = partition.nextDue() <= now;
      while (more) {
        more =
            process(new Message.Tick(now), standing.next()).more() && System.nanoTime() - end < 0;
      }
    }

    /// Processes a message at its own time, or at the latest the partition has seen if that is
    /// later.
    private Outputs process(Message message, long next) {
      long at = Math.max(Stamp.of(message), standing.latest());
      Outputs outputs = partition.process(store, Stamp.at(at, message));
      partition.finish(store);
      standing = new Standing(at, next);
      store.put(standing);
      outputs.relays().forEach(this::send);
      return outputs;
    }

    private void send(Outputs.Relay relay) {
      Message message = new Message.Relayed(partition.index(), relay.sequence(), relay.message());
      forward(Plan.relayKey(relay.destination()), MessageCodec.encode(message), Plan.RELAYS);
    }

    private void tellEffects(byte[] key, byte @Nullable [] row) {
      forward(key, row, Plan.EFFECTS);
    }

    private void forward(byte[] key, byte @Nullable [] value, String sink) {
      context.forward(new Record<>(key, value, context.currentSystemTimeMs()), sink);
    }
  }
}
