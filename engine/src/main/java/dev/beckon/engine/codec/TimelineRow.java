package dev.beckon.engine.codec;

import java.util.ArrayList;
import java.util.List;

/// A row of TIMELINE: some lines in order, each pointing to an activity, with enough of it to pass
/// over what nobody asked for. The row's key is the place of its first line.
///
/// A row is filled up to [#LINES_MAX] before the next one begins, whatever the batches, so that
/// the same activities make the same rows. Lines of deleted people stay, and lead nowhere.
public record TimelineRow(List<Line> lines) {
  public static final int LINES_MAX = 16;

  private static final int FORMAT = 1;
  private static final int HASH_PRIME = 0x01000193;

  public TimelineRow {
    lines = List.copyOf(lines);
  }

  /// One activity.
  ///
  /// @param at the partition's time when it was processed
  /// @param ordinal the partition's count
  /// @param cioId of the person, or of the partition's person 0 for nobody
  /// @param number of the activity in ACTIVITY
  public record Line(long at, long ordinal, long cioId, long number, Hint hint) {}

  /// What can be known of the activity without reading it.
  ///
  /// @param typeHash see [#hash]
  /// @param nameHash see [#hash]
  public record Hint(int typeHash, int nameHash, boolean failed) {}

  public void write(ByteSink out) {
    write(lines, out);
  }

  public static void write(List<Line> lines, ByteSink out) {
    out.one(FORMAT);
    out.varint(lines.size());
    long at = 0;
    long ordinal = 0;
    long cioId = 0;
    for (Line line : lines) {
      out.signed(line.at() - at);
      out.signed(line.ordinal() - ordinal);
      out.signed(line.cioId() - cioId);
      out.varint(line.number());
      out.truth(line.hint().failed());
      out.four(line.hint().typeHash());
      out.four(line.hint().nameHash());
      at = line.at();
      ordinal = line.ordinal();
      cioId = line.cioId();
    }
  }

  public static TimelineRow read(byte[] row) {
    return RowReader.read(row, "lines of the timeline", FORMAT, TimelineRow::read);
  }

  private static TimelineRow read(ByteSource in) {
    int count = in.count();
    List<Line> lines = new ArrayList<>(count);
    long at = 0;
    long ordinal = 0;
    long cioId = 0;
    for (int i = 0; i < count; i++) {
      at += in.signed();
      ordinal += in.signed();
      cioId += in.signed();
      long number = in.varint();
      boolean failed = in.truth();
      lines.add(new Line(at, ordinal, cioId, number, new Hint(in.four(), in.four(), failed)));
    }
    return new TimelineRow(lines);
  }

  /// Different for most different texts; stored, so it never changes.
  public static int hash(String text) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * HASH_PRIME;
    }
    return hash;
  }
}
