package dev.beckon.core.segment;

/// The two answers of every evaluation: the truth now, and when it might change by itself.
///
/// @param changesAt the earliest instant (epoch ms) at which the answer could differ although
///     nothing happened; [#NEVER] where only an input can change it
public record Verdict(boolean truth, long changesAt) {
  public static final long NEVER = Long.MAX_VALUE;

  public static final Verdict YES = new Verdict(true, NEVER);
  public static final Verdict NO = new Verdict(false, NEVER);

  public static Verdict of(boolean truth) {
    return truth ? YES : NO;
  }

  public static Verdict of(boolean truth, long changesAt) {
    return changesAt == NEVER ? of(truth) : new Verdict(truth, changesAt);
  }
}
