package dev.beckon.core.campaign;

import dev.beckon.core.segment.EventPattern;

/// What starts a journey.
public sealed interface Trigger {

  record ByEvent(EventPattern pattern) implements Trigger {}

  /// Entering a segment.
  ///
  /// @param current whether people who are in it when the campaign starts are taken in too
  record BySegment(int segment, boolean current) implements Trigger {}
}
