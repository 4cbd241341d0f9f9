package dev.beckon.api.app;

import dev.beckon.core.value.Value;
import org.jspecify.annotations.Nullable;

/// Something that happened (spec: app-api.md, 3.11).
///
/// @param name of the event or attribute, null where there is none
/// @param url of a page view
/// @param timestamp Unix seconds
/// @param customerId the person's id; empty where they have none
/// @param customerIdentifiers null where nobody came of it
/// @param deliveryType the channel
record AppActivity(
    String id,
    String type,
    @Nullable String name,
    @Nullable String url,
    long timestamp,
    String customerId,
    @Nullable AppNames customerIdentifiers,
    @Nullable String deliveryId,
    @Nullable String deliveryType,
    Value.Fields data) {}
