package dev.beckon.core.machine;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.journey.Ending;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.journey.TraceStep;
import dev.beckon.core.value.Value;

/// Something that has happened and is kept for people to read and to count; never read by deciding
/// but for the events of the past (see [History]).
public sealed interface Fact {

  /// An entry of the activity log.
  ///
  /// @param number in the person's own sequence; 0 where no person came of it
  /// @param type as the App API names it: `event`, `page`, `attribute_change`, `sent_email`, …
  /// @param name of the event, or empty
  /// @param timestamp logical time (epoch ms); `at` is when it was processed
  /// @param delivery number of the message it belongs to, 0 for none
  record Activity(
      long number,
      long at,
      String type,
      String name,
      long timestamp,
      Value.Fields data,
      long delivery)
      implements Fact {}

  /// A journey did something.
  record Traced(int campaign, TraceStep step) implements Fact {}

  /// A journey began.
  record Begun(Journey journey) implements Fact {}

  /// A journey is over.
  record Ended(Journey journey, long at, Ending ending) implements Fact {}

  /// A message was decided on.
  record Decided(Effect.Deliver delivery) implements Fact {}

  /// Something became of a message.
  record Outcome(DeliveryId delivery, long at, Metric metric, Value.Fields detail)
      implements Fact {}

  /// A counter moves.
  ///
  /// @param bookedAt the time the count belongs to (epoch ms): the creation of the journey or
  ///     message (spec: journeys.md, 6.1)
  record Counted(Subject subject, int id, String step, String metric, long bookedAt, int by)
      implements Fact {}

  /// What a counter is about.
  enum Subject {
    CAMPAIGN,
    SEGMENT,
    WORKSPACE
  }
}
