package dev.beckon.engine.codec;

import dev.beckon.core.delivery.Channel;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.machine.Effect;

/// A row of OUTBOX: everything that is needed to render and send a message.
///
/// @param sequence its place in the partition's outbox
public record OutboxRow(long sequence, Effect.Deliver deliver) {
  private static final int FORMAT = 1;

  public void write(ByteSink out) {
    out.one(FORMAT);
    out.varint(sequence);
    InputCodec.delivery(deliver.id(), out);
    out.signed(deliver.at());
    out.one(deliver.channel().code());
    out.varint(deliver.campaign());
    out.text(deliver.step());
    out.varint(deliver.journey());
    out.text(deliver.content());
    out.text(deliver.rendering().recipient());
    ValueCodec.fields(deliver.rendering().context(), out);
  }

  public static OutboxRow read(byte[] row) {
    return RowReader.read(row, "a pending message", FORMAT, OutboxRow::read);
  }

  private static OutboxRow read(ByteSource in) {
    long sequence = in.varint();
    DeliveryId id = InputCodec.delivery(in);
    long at = in.signed();
    Channel channel = Channel.ofCode((byte) in.one());
    int campaign = in.whole();
    String step = in.text();
    long journey = in.varint();
    String content = in.text();
    Effect.Rendering rendering = new Effect.Rendering(in.text(), ValueCodec.fields(in));
    return new OutboxRow(
        sequence, new Effect.Deliver(id, at, channel, campaign, step, journey, content, rendering));
  }
}
