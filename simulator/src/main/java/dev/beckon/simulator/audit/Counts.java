package dev.beckon.simulator.audit;

import java.util.Map;
import java.util.TreeMap;

/// What must have been counted, in the model.
public final class Counts {
  private final Map<Key, Long> counts = new TreeMap<>();

  /// @param step empty for the campaign as a whole
  public record Key(int program, String step, String metric) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byProgram = Integer.compare(program, other.program);
      int byStep = byProgram != 0 ? byProgram : step.compareTo(other.step);
      return byStep != 0 ? byStep : metric.compareTo(other.metric);
    }
  }

  void count(int program, String step, String metric) {
    counts.merge(new Key(program, step, metric), 1L, Long::sum);
  }

  public Map<Key, Long> all() {
    return new TreeMap<>(counts);
  }
}
