package dev.beckon.engine.codec;

/// How far the sweep of a workspace has come in a partition.
///
/// @param version of the definitions that demanded it
/// @param after `cio_id` of the last person who was looked at
/// @param people who were there when it began
public record SweepRow(long version, long after, long scanned, long people, boolean complete) {
  private static final int FORMAT = 1;

  public void write(ByteSink out) {
    out.one(FORMAT);
    out.varint(version);
    out.eight(after);
    out.varint(scanned);
    out.varint(people);
    out.truth(complete);
  }

  public static SweepRow read(byte[] row) {
    return RowReader.read(row, "a sweep", FORMAT, SweepRow::read);
  }

  private static SweepRow read(ByteSource in) {
    long version = in.varint();
    long after = in.eight();
    long scanned = in.varint();
    long people = in.varint();
    return new SweepRow(version, after, scanned, people, in.truth());
  }
}
