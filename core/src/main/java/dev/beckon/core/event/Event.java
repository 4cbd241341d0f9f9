package dev.beckon.core.event;

import dev.beckon.core.value.Value;
import org.jspecify.annotations.Nullable;

/// Something a person did.
///
/// @param id the caller's key against doubles, if there was one
/// @param timestamp when it happened (epoch ms), never later than its receipt
public record Event(
    EventType type, String name, Value.Fields data, long timestamp, @Nullable String id) {}
