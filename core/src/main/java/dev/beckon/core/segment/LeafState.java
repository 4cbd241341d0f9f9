package dev.beckon.core.segment;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The bounded memory of one "performed …" leaf: how often it matched, and the latest times.
public final class LeafState {
  private static final long[] NO_TIMES = new long[0];

  /// Nothing has matched yet.
  public static final LeafState NONE = new LeafState(0, NO_TIMES);

  private final long count;
  private final long[] latest;

  /// @param count matches ever
  /// @param latest the latest times (epoch ms), ascending, at most as many as the leaf keeps
  public LeafState(long count, long... latest) {
    this.count = count;
    this.latest = latest;
  }

  public long count() {
    return count;
  }

  /// How many times are kept at the moment.
  public int times() {
    return latest.length;
  }

  /// A kept time, counted from the earliest at 0.
  public long time(int index) {
    return latest[index];
  }

  /// The n-th latest time, counted from 1, or [Long#MIN_VALUE] where there are fewer.
  public long nthLatest(int n) {
    return n > latest.length ? Long.MIN_VALUE : latest[latest.length - n];
  }

  /// The state after one more match, which may lie before earlier ones.
  public LeafState plus(long time, int kept) {
    if (kept == 0) {
      return new LeafState(count + 1, NO_TIMES);
    }
    int at = latest.length;
    while (at > 0 && latest[at - 1] > time) {
      at--;
    }
    long[] all = new long[latest.length + 1];
    System.arraycopy(latest, 0, all, 0, at);
    all[at] = time;
    System.arraycopy(latest, at, all, at + 1, latest.length - at);
    long[] next = all.length <= kept ? all : Arrays.copyOfRange(all, all.length - kept, all.length);
    return new LeafState(count + 1, next);
  }

  /// The memory of two people who are one.
  public LeafState plus(LeafState other, int kept) {
    LeafState sum = this;
    for (long time : other.latest) {
      sum = sum.plus(time, kept);
    }
    return new LeafState(count + other.count, sum.latest);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LeafState state
        && count == state.count
        && Arrays.equals(latest, state.latest);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(count) * 31 + Arrays.hashCode(latest);
  }

  @Override
  public String toString() {
    return count + " times, latest " + Arrays.toString(latest);
  }
}
