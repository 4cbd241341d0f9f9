package dev.beckon.engine.codec;

import dev.beckon.core.machine.Fact;
import org.jspecify.annotations.Nullable;

/// A row of ACTIVITY: what happened, and its place in the partition's timeline.
///
/// @param timelineAt the partition's time when it was processed
/// @param ordinal the partition's count
/// @param anonymousId of events that belong to nobody yet
public record ActivityRow(
    Fact.Activity activity, long timelineAt, long ordinal, @Nullable String anonymousId) {
  private static final int FORMAT = 1;

  public void write(ByteSink out) {
    out.one(FORMAT);
    out.text(activity.type());
    out.text(activity.name());
    out.signed(timelineAt);
    out.varint(ordinal);
    out.signed(timelineAt - activity.at());
    out.signed(activity.at() - activity.timestamp());
    out.varint(activity.delivery());
    out.truth(anonymousId != null);
    if (anonymousId != null) {
      out.text(anonymousId);
    }
    ValueCodec.fields(activity.data(), out);
  }

  /// @param number as in the row's key
  public static ActivityRow read(long number, byte[] row) {
    return RowReader.read(row, "an activity", FORMAT, in -> read(number, in));
  }

  private static ActivityRow read(long number, ByteSource in) {
    String type = in.text();
    String name = in.text();
    long timelineAt = in.signed();
    long ordinal = in.varint();
    long at = timelineAt - in.signed();
    long timestamp = at - in.signed();
    long delivery = in.varint();
    String anonymousId = in.truth() ? in.text() : null;
    Fact.Activity activity =
        new Fact.Activity(number, at, type, name, timestamp, ValueCodec.fields(in), delivery);
    return new ActivityRow(activity, timelineAt, ordinal, anonymousId);
  }

  /// The type of the activity, without reading the rest.
  public static String typeOf(byte[] row) {
    ByteSource in = new ByteSource(row);
    in.version("an activity", FORMAT);
    return in.text();
  }
}
