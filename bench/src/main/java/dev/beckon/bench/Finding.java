package dev.beckon.bench;

/// One row of the table: a figure, what it is held against, and whether the target is met.
///
/// @param ratio figure over limit, as the target reads it
/// @param target the bound on the ratio
/// @param atLeast whether the ratio should be at least the target, or at most
/// @param note what else a reader should know
record Finding(
    String id,
    String question,
    Quantity figure,
    Quantity against,
    double ratio,
    double target,
    boolean atLeast,
    String note) {

  /// A measured value with its unit and where it comes from.
  record Quantity(String what, String unit, Spread spread) {}

  boolean met() {
    return atLeast ? ratio >= target : ratio <= target;
  }
}
