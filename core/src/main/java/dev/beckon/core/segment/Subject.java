package dev.beckon.core.segment;

import dev.beckon.core.value.Value;
import org.jspecify.annotations.Nullable;

/// Whom a condition is asked about, and when.
public interface Subject {

  /// The instant of asking (epoch ms).
  long now();

  @Nullable Value attribute(String name);

  /// The memory of a leaf; [LeafState#NONE] where nothing ever matched.
  LeafState leaf(long id);

  boolean isMember(int segment);

  /// Since when the person is known (epoch ms); see the rule of age.
  long knownSince();

  /// The moment of the journey after which occurrences count (epoch ms).
  long momentOf(Condition.Since since);

  /// A field of the event that started the journey.
  @Nullable Value triggerField(String name);
}
