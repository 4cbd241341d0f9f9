package dev.beckon.host.kafka;

import dev.beckon.engine.codec.OutboxRow;
import dev.beckon.engine.message.Outputs;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/// The deliveries of one partition whose end has not been reported, as its effects tell.
///
/// When a process takes a lane over it first reads what is there, so that what has ended meanwhile
/// is not handed in once more, and then hands in what is left; from there on everything at once.
final class Lane {
  private record Open(long offset, Outputs.Pending pending) {}

  private final int partition;
  private final long present;
  private final Consumer<Outputs.Pending> listener;
  private final SequencedMap<Bytes, Open> open = new LinkedHashMap<>();
  private boolean live;

  /// @param present the offset behind what is there when the lane is taken over
  Lane(int partition, long present, Consumer<Outputs.Pending> listener) {
    this.partition = partition;
    this.present = present;
    this.listener = listener;
  }

  void take(ConsumerRecord<byte[], byte[]> effect) {
    Bytes delivery = Bytes.wrap(effect.key());
    byte @Nullable [] value = effect.value();
    open.remove(delivery);
    if (value == null) {
      return;
    }
    OutboxRow row = OutboxRow.read(value);
    Outputs.Pending pending = new Outputs.Pending(partition, row.sequence(), row.deliver());
    open.put(delivery, new Open(effect.offset(), pending));
    if (live) {
      listener.accept(pending);
    }
  }

  /// Everything before the position has been taken.
  void reached(long position) {
    if (!live && position >= present) {
      live = true;
      open.values().forEach(each -> listener.accept(each.pending()));
    }
  }

  /// From where on a successor has to read.
  long resumeAt(long position) {
    return open.isEmpty() ? position : open.firstEntry().getValue().offset();
  }
}
