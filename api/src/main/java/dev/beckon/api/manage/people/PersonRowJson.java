package dev.beckon.api.manage.people;

import dev.beckon.api.json.Inline;
import dev.beckon.core.value.Value;
import java.time.Instant;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A person as a line of a table.
///
/// @param attributes at most 20
public record PersonRowJson(
    @Inline PersonRefJson person,
    Instant createdAt,
    @Nullable Instant lastSeenAt,
    SequencedMap<String, Value> attributes) {}
