package dev.beckon.engine.codec;

import dev.beckon.core.delivery.Metric;
import dev.beckon.core.value.Value;

/// A row of DELIVERY after the message itself: something became of it.
public record OutcomeRow(long at, Metric metric, Value.Fields detail) {
  private static final int FORMAT = 1;

  public void write(ByteSink out) {
    out.one(FORMAT);
    out.signed(at);
    out.one(metric.code());
    ValueCodec.fields(detail, out);
  }

  public static OutcomeRow read(byte[] row) {
    return RowReader.read(row, "an outcome", FORMAT, OutcomeRow::read);
  }

  private static OutcomeRow read(ByteSource in) {
    long at = in.signed();
    Metric metric = Metric.ofCode((byte) in.one());
    Value.Fields detail = ValueCodec.fields(in);
    return new OutcomeRow(at, metric, detail);
  }
}
