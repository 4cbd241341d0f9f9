package dev.beckon.engine.query;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Fact;
import org.jspecify.annotations.Nullable;

/// An activity and whom it concerns.
///
/// @param person null where nobody came of it
/// @param anonymousId of events that belong to nobody yet, else null
public record ActivityView(
    ActivityId id,
    @Nullable PersonKey person,
    @Nullable String anonymousId,
    Fact.Activity activity) {}
