package dev.beckon.core.person;

import dev.beckon.core.value.Value;

/// A telephone or tablet on which a person can be reached.
///
/// @param token what the push service knows it by; belongs to one person of the workspace at a time
/// @param platform `ios` or `android`
/// @param lastUsed when the person was last seen with it (epoch ms)
/// @param setAt when we were last told of it (epoch ms)
/// @param attributes what the app says of it, such as `app_version`
public record Device(
    String token, String platform, long lastUsed, long setAt, Value.Fields attributes) {}
