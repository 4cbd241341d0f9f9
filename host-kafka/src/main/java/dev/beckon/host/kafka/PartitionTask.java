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
import org.apache.kafka.streams.processor.Cancellable;
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

  /// How long nobody looks at the timers at most while any is set (ms); clocks may jump.
  private static final long LOOK_MS_MAX = TimeUnit.SECONDS.toMillis(10);

  private final KafkaSettings settings;
  private final InstantSource clock;
  private @Nullable Seat seat;

  PartitionTask(KafkaSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    seat = new Seat(context, settings, clock);
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
    private final InstantSource clock;
    private final long lookAfterMs;
    private final StreamsStore store;
    private final Partition partition;
    private Standing standing;
    private Cancellable look = () -> {};
    private long lookFor = Long.MAX_VALUE;

    Seat(ProcessorContext<byte[], byte[]> context, KafkaSettings settings, InstantSource clock) {
      KeyValueStore<Bytes, byte[]> rows = context.getStateStore(Plan.ROWS);
      this.context = context;
      this.clock = clock;
      this.lookAfterMs = settings.tickEveryMs();
      this.store = new StreamsStore(rows, this::tellEffects);
      this.partition = new Partition(context.taskId().partition(), settings.partitions(), store);
      this.standing = store.standing();
      lookInTime();
    }

    /// Sees to it that somebody looks when the earliest timer is due. Nobody looks while none is,
    /// because Streams commits after every look.
    private void lookInTime() {
      long due = partition.nextDue();
      if (due < lookFor) {
        look.cancel();
        lookFor = due;
        long wait = Math.max(lookAfterMs, Math.min(due - clock.millis(), LOOK_MS_MAX));
        look =
            context.schedule(Duration.ofMillis(wait), PunctuationType.WALL_CLOCK_TIME, _ -> look());
      }
    }

    private void look() {
      look.cancel();
      lookFor = Long.MAX_VALUE;
      tickIfDue(clock.millis());
      lookInTime();
    }

    void take(Message message, @Nullable ReturnAddress address) {
      long offset = context.recordMetadata().orElseThrow().offset();
      Outputs outputs = process(message, offset + 1, address);
      if (address != null) {
        answer(address, outputs);
      }
      lookInTime();
    }

    private void tickIfDue(long now) {
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
