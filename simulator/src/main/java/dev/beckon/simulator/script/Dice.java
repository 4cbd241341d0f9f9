package dev.beckon.simulator.script;

import java.util.List;

/// All chance of a run, from one seed (SplitMix64), so that it is the same for ever.
public final class Dice {
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  public Dice(long seed) {
    state = seed;
  }

  /// Other dice, whose throws do not depend on how often these are thrown from now on.
  public Dice other() {
    return new Dice(next());
  }

  private long next() {
    state += GAMMA;
    long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  /// From 0 to below the bound.
  public int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  public long between(long least, long most) {
    return least + Long.remainderUnsigned(next(), most - least + 1);
  }

  /// True so many times in a hundred.
  public boolean percent(int percent) {
    return below(100) < percent;
  }

  public <T> T oneOf(List<T> all) {
    return all.get(below(all.size()));
  }
}
