package dev.beckon.api.manage.people;

import dev.beckon.api.json.Inline;
import dev.beckon.core.value.Value;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person with everything known of them.
///
/// @param unsubscribed whether they want no messages at all
/// @param suppressed whether their address bounced for good or complained
/// @param attributes by name, without id and email
public record PersonJson(
    @Inline PersonRefJson person,
    @Nullable String phone,
    Instant createdAt,
    @Nullable Instant lastSeenAt,
    boolean unsubscribed,
    boolean suppressed,
    List<AttributeJson> attributes,
    CountsJson counts) {

  public record AttributeJson(String name, Value value, @Nullable Instant updatedAt) {}

  public record CountsJson(int segments, int journeysActive, int deliveries) {}
}
