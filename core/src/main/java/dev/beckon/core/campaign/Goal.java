package dev.beckon.core.campaign;

import dev.beckon.core.segment.EventPattern;

/// What the campaign is for.
///
/// @param within ms after the anchor in which a conversion is credited to a message
public record Goal(Aim aim, long within, Anchor after) {

  public sealed interface Aim {
    record Performs(EventPattern pattern) implements Aim {}

    record Enters(int segment) implements Aim {}

    record Leaves(int segment) implements Aim {}
  }

  /// The outcome of a message from which the window runs.
  public enum Anchor {
    SENT,
    OPENED,
    CLICKED
  }
}
