package dev.beckon.engine.codec;

/// Where things are in a person's row, formats 1 and 2.
///
/// A head of fixed width, then one section after the other; the head says where each one ends, so
/// that one field can be read without the rest. Times are kept as distances from `createdAt`.
/// ```
/// 0  format          1 byte
/// 1  catalogVersion  8
/// 9  timerAt         8
/// 17 nextNumber      8
/// 25 createdAt       8
/// 33 knownSince      8
/// 41 ends of the sections, 4 bytes each: identifiers, attributes, leaves, memberships,
///    journeys, entries, deliveries
/// 69 sections
/// ```
/// In format 2 a tail follows behind the last section, see [PersonTail]; whoever has nothing to put
/// there is written in format 1.
final class PersonLayout {
  static final int FORMAT = 1;
  static final int WITH_TAIL = 2;
  static final int CATALOG_VERSION = 1;
  static final int TIMER_AT = 9;
  static final int NEXT_NUMBER = 17;
  static final int CREATED_AT = 25;
  static final int KNOWN_SINCE = 33;
  static final int ENDS = 41;

  static final int IDENTIFIERS = 0;
  static final int ATTRIBUTES = 1;
  static final int LEAVES = 2;
  static final int MEMBERSHIPS = 3;
  static final int JOURNEYS = 4;
  static final int ENTRIES = 5;
  static final int DELIVERIES = 6;
  static final int SECTIONS = 7;

  static final int HEAD = ENDS + SECTIONS * Integer.BYTES;

  private PersonLayout() {}

  static int endOf(byte[] row, int section) {
    return (int) ByteSink.INT.get(row, ENDS + section * Integer.BYTES);
  }

  static int startOf(byte[] row, int section) {
    return section == 0 ? HEAD : endOf(row, section - 1);
  }

  static ByteSource section(byte[] row, int section) {
    return new ByteSource(row, startOf(row, section), endOf(row, section));
  }

  /// What follows the sections; empty in format 1.
  static ByteSource tail(byte[] row) {
    return new ByteSource(row, endOf(row, SECTIONS - 1), row.length);
  }

  static long longAt(byte[] row, int offset) {
    return (long) ByteSink.LONG.get(row, offset);
  }

  static byte[] checked(byte[] row) {
    if (row.length == 0 || row[0] != WITH_TAIL) {
      new ByteSource(row).version("a person", FORMAT);
    }
    if (row.length < HEAD) {
      throw new CodecException(
          "Expected a person of at least "
              + HEAD
              + " bytes, but got "
              + row.length
              + "; the row is cut off.");
    }
    int end = endOf(row, SECTIONS - 1);
    if (row[0] == FORMAT ? end != row.length : end > row.length) {
      throw new CodecException(
          "Expected a person of "
              + end
              + " bytes, but got "
              + row.length
              + "; the row is damaged.");
    }
    return row;
  }
}
