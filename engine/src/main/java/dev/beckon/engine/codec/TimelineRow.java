package dev.beckon.engine.codec;

/// A row of TIMELINE: where the activity is, and enough of it to pass over what nobody asked for.
///
/// @param cioId of the person, or of the partition's person 0 for nobody
/// @param typeHash see [#hash]
/// @param nameHash see [#hash]
public record TimelineRow(long cioId, long number, int typeHash, int nameHash, boolean failed) {
  private static final int FORMAT = 1;
  private static final int HASH_PRIME = 0x01000193;

  public void write(ByteSink out) {
    out.one(FORMAT);
    out.truth(failed);
    out.four(typeHash);
    out.four(nameHash);
    out.eight(cioId);
    out.varint(number);
  }

  public static TimelineRow read(byte[] row) {
    return RowReader.read(row, "a line of the timeline", FORMAT, TimelineRow::read);
  }

  private static TimelineRow read(ByteSource in) {
    boolean failed = in.truth();
    int typeHash = in.four();
    int nameHash = in.four();
    long cioId = in.eight();
    long number = in.varint();
    return new TimelineRow(cioId, number, typeHash, nameHash, failed);
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
