package dev.beckon.simulator.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question about a person, in the kinds that the simulation asks.
public sealed interface Rule {
  record Is(String attribute, String value) implements Rule {}

  record AtLeast(String attribute, long least) implements Rule {}

  record Exists(String attribute) implements Rule {}

  /// @param within only the last so many ms count; 0 for ever
  record Did(Deed deed, int times, long within, Since since) implements Rule {}

  /// @param within ms; 0 for ever
  record DidNot(Deed deed, long within, Since since) implements Rule {}

  /// @param group name of the group
  record In(String group) implements Rule {}

  /// The data of the event that started the journey.
  record Told(String field, String value) implements Rule {}

  record All(List<Rule> parts) implements Rule {}

  record Any(List<Rule> parts) implements Rule {}

  record Not(Rule part) implements Rule {}

  /// The moment after which deeds count.
  enum Since {
    EVER,
    ENTRY,
    STEP
  }

  /// Which events: a name, and maybe the value of their field `kind`.
  record Deed(String event, @Nullable String kind) {}
}
