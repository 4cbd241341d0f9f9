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
    seat.take(MessageCodec.decode(message.value()), ReturnAddress.in(message.headers()));
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

    void take(Message message, @Nullable ReturnAddress address) {
      long offset = context.recordMetadata().orElseThrow().offset();
      Outputs outputs = process(message, offset + 1, address);
      if (address != null) {
        answer(address, outputs);
      }
    }

    void tickIfDue(long now) {
      long end = System.nanoTime() + TICKING_NS_MAX;
      boolean more = partition.nextDue() <= now;
      while (more) {
        more =
            process(new Message.Tick(now), standing.next(), null).more()
                && System.nanoTime() - end < 0;
      }
    }

    /// Processes a message at its own time, or at the latest the partition has seen if that is
    /// later.
    ///
    /// @param address whom to tell of the message, and of what follows from it
    private Outputs process(Message message, long next, @Nullable ReturnAddress address) {
      long at = Math.max(Stamp.of(message), standing.latest());
      Outputs outputs = partition.process(store, Stamp.at(at, message));
      partition.finish(store);
      standing = new Standing(at, next);
      store.put(standing);
      for (Outputs.Relay relay : outputs.relays()) {
        Message told = new Message.Relayed(partition.index(), relay.sequence(), relay.message());
        Record<byte[], byte[]> onward =
            record(Plan.keyTo(relay.destination()), MessageCodec.encode(told));
        context.forward(
            address == null ? onward : onward.withHeaders(address.headers()), Plan.RELAYS);
      }
      return outputs;
    }

    private void answer(ReturnAddress address, Outputs outputs) {
      Answer answer =
          new Answer(
              address.process(), address.number(), outputs.relays().size(), outputs.person());
      context.forward(record(Plan.keyTo(address.lane()), answer.toBytes()), Plan.ANSWERS);
    }

    private void tellEffects(byte[] key, byte @Nullable [] row) {
      context.forward(record(key, row), Plan.EFFECTS);
    }

    private Record<byte[], byte[]> record(byte[] key, byte @Nullable [] value) {
      return new Record<>(key, value, context.currentSystemTimeMs());
    }
  }
}
