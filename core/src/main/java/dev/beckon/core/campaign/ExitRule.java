package dev.beckon.core.campaign;

import dev.beckon.core.segment.Condition;
import org.jspecify.annotations.Nullable;

/// When a journey ends early.
///
/// @param when a condition that ends it, or null
/// @param onLeaving when the person leaves the trigger segment, or no longer matches the filter
/// @param onGoal when the goal is met
/// @param atOnce at the moment it becomes true; otherwise when the next message is reached
public record ExitRule(
    @Nullable Condition when, boolean onLeaving, boolean onGoal, boolean atOnce) {}
