package dev.beckon.lake;

import org.jspecify.annotations.Nullable;

/// Something that has happened, as a row of the lake.
///
/// @param id sorts by the time of processing; the same fact always has the same
/// @param processedAt when the engine took it in (epoch ms)
/// @param happenedAt when it happened (epoch ms)
/// @param person `cio_id`, or null where nobody came of it
/// @param type as the App API names activities: `event`, `attribute_change`, `sent_email`, …
/// @param name of the event, or empty
/// @param delivery number of the person's message it belongs to, 0 for none
/// @param data JSON
public record LakeFact(
    String id,
    long processedAt,
    long happenedAt,
    @Nullable String person,
    String type,
    String name,
    long delivery,
    String data) {}
