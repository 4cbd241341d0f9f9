package dev.beckon.core.campaign;

import dev.beckon.core.delivery.Channel;
import dev.beckon.core.segment.Condition;

/// One step of a campaign; ids are stable across versions, an empty `next` ends the journey.
public sealed interface Step {
  String id();

  /// Sends a message.
  ///
  /// @param content hash of the message's immutable content
  record Send(String id, Channel channel, String message, String content, String next)
      implements Step {}

  /// Holds for a fixed time from the arrival.
  ///
  /// @param duration ms
  record Delay(String id, long duration, String next) implements Step {}

  /// Holds until the condition is true, or at most for a time.
  ///
  /// @param atMost ms; 0 for ever
  record WaitUntil(String id, Condition until, long atMost, String then, String otherwise)
      implements Step {}

  /// Chooses a way; a condition without parts chooses `otherwise` (spec: journeys.md, 3.2).
  record Branch(String id, Condition when, String then, String otherwise) implements Step {}

  /// Ends the journey.
  record Exit(String id) implements Step {}
}
