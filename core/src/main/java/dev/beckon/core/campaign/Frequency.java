package dev.beckon.core.campaign;

/// How often one person may start.
///
/// @param period ms between starts; 0: no limit, [#ONCE_EVER]: a single time
/// @param overlap whether a journey may start while another of the same campaign is under way
public record Frequency(long period, boolean overlap) {
  public static final long ONCE_EVER = Long.MAX_VALUE;
}
