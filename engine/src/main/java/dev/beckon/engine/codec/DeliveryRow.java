package dev.beckon.engine.codec;

import dev.beckon.core.delivery.Channel;

/// A row of DELIVERY: a message as it was decided on, without what it was rendered from.
///
/// @param timelineAt its place in DELIVERY_TIMELINE, with `ordinal`
/// @param ordinal the partition's count
public record DeliveryRow(
    long createdAt,
    long timelineAt,
    long ordinal,
    Channel channel,
    Origin origin,
    String recipient) {
  private static final int FORMAT = 1;

  /// Where it came from.
  public record Origin(int campaign, String step, long journey, String content) {}

  public void write(ByteSink out) {
    out.one(FORMAT);
    out.signed(createdAt);
    out.signed(timelineAt);
    out.varint(ordinal);
    out.one(channel.code());
    out.varint(origin.campaign());
    out.text(origin.step());
    out.varint(origin.journey());
    out.text(origin.content());
    out.text(recipient);
  }

  public static DeliveryRow read(byte[] row) {
    return RowReader.read(row, "a message", FORMAT, DeliveryRow::read);
  }

  private static DeliveryRow read(ByteSource in) {
    long createdAt = in.signed();
    long timelineAt = in.signed();
    long ordinal = in.varint();
    Channel channel = Channel.ofCode((byte) in.one());
    Origin origin = new Origin(in.whole(), in.text(), in.varint(), in.text());
    String recipient = in.text();
    return new DeliveryRow(createdAt, timelineAt, ordinal, channel, origin, recipient);
  }
}
