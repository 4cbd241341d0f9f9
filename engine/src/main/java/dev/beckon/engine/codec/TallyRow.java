package dev.beckon.engine.codec;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A row of TALLY: the counters of one subject, by step and metric.
public record TallyRow(SortedMap<Name, Long> counts) {
  private static final int FORMAT = 1;

  public TallyRow {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /// Which counter of the subject.
  ///
  /// @param step id of a step, empty for the subject as a whole
  public record Name(String step, String metric) implements Comparable<Name> {
    private static final Comparator<Name> ORDER =
        Comparator.comparing(Name::step).thenComparing(Name::metric);

    @Override
    public int compareTo(Name other) {
      return ORDER.compare(this, other);
    }
  }

  public void write(ByteSink out) {
    write(counts, out);
  }

  public static void write(SortedMap<Name, Long> counts, ByteSink out) {
    out.one(FORMAT);
    out.varint(counts.size());
    for (Map.Entry<Name, Long> count : counts.entrySet()) {
      out.text(count.getKey().step());
      out.text(count.getKey().metric());
      out.signed(count.getValue());
    }
  }

  public static TallyRow read(byte[] row) {
    return RowReader.read(row, "counters", FORMAT, TallyRow::read);
  }

  private static TallyRow read(ByteSource in) {
    int size = in.count();
    TreeMap<Name, Long> counts = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      Name name = new Name(in.text(), in.text());
      counts.put(name, in.signed());
    }
    return new TallyRow(counts);
  }
}
