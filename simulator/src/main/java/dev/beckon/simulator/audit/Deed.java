package dev.beckon.simulator.audit;

import dev.beckon.simulator.script.Rule;
import org.jspecify.annotations.Nullable;

/// Something that a person did.
///
/// @param kind the field of that name in the event's data
/// @param at when it happened (epoch ms)
public record Deed(String event, @Nullable String kind, long at) {
  boolean is(Rule.Deed wanted) {
    return event.equals(wanted.event()) && (wanted.kind() == null || wanted.kind().equals(kind));
  }
}
