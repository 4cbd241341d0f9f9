package dev.beckon.api.manage.activity;

import dev.beckon.api.manage.RefJson;
import dev.beckon.api.manage.people.PersonRefJson;
import dev.beckon.core.value.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened.
///
/// @param id sorts by time
/// @param name of the event, address of the page, names of the attributes, subject of the message
/// @param reason why it failed or was held
/// @param fix what to do about it
/// @param data of the event, `{attribute: {from, to}}`, or `{subject, to, link, reply}`
public record ActivityJson(
    String id,
    Instant at,
    ActivityType type,
    String name,
    @Nullable PersonRefJson person,
    boolean failed,
    @Nullable String reason,
    @Nullable String fix,
    @Nullable String source,
    @Nullable RefJson campaign,
    @Nullable String deliveryId,
    @Nullable String journeyId,
    Value.Fields data) {}
