package dev.beckon.delivery.liquid;

/// What becomes of a message that prints an attribute which does not exist (spec: journeys.md,
/// missing data).
///
/// Either way a root that does not exist prints nothing, conditions see nil, and `default` gives
/// its fallback.
public enum Missing {
  /// The render fails and says which attribute it was.
  FAIL,
  /// It prints nothing.
  BLANK
}
