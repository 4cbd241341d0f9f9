package dev.beckon.core.segment;

import java.util.List;

/// A question about a person that is true or false at any instant.
public sealed interface Condition {

  /// True when every part is; an empty one is true.
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /// True when at least one part is; an empty one is false.
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  record Not(Condition part) implements Condition {}

  /// A test of an attribute; `id`, `email` and `cio_id` are attributes here.
  record AttributeIs(FieldTest test) implements Condition {}

  /// A test of the data of the event that started the journey; false outside a journey.
  record TriggerIs(FieldTest test) implements Condition {}

  /// The event was performed at least so many times.
  ///
  /// @param leaf id of the interned memory, see [Leaf]
  /// @param within only the last so many ms count; 0 for ever
  /// @param since only what came after this moment of the journey counts
  record Performed(long leaf, EventPattern pattern, int atLeast, long within, Since since)
      implements Condition {}

  /// The event was not performed within the window, by somebody known for at least that long.
  ///
  /// @param within ms; 0 for ever, and then without the rule of age (spec: journeys.md, 1.7)
  /// @param since with another moment than EVER there is no window and no rule of age
  record NotPerformed(long leaf, EventPattern pattern, long within, Since since)
      implements Condition {}

  /// @param name the segment's name, for explaining
  record InSegment(int segment, String name) implements Condition {}

  /// The moment after which occurrences count.
  enum Since {
    EVER,
    /// The journey's entry.
    ENTRY,
    /// The arrival at the current step.
    STEP
  }
}
