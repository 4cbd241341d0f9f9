package dev.beckon.delivery.tracking;

import org.jspecify.annotations.Nullable;

/// What an HTTP request to a tracking link says of whoever makes it.
///
/// @param method GET, HEAD, POST, …
/// @param userAgent the header, or null
/// @param purpose `Sec-Purpose`, `Purpose` or `X-Purpose`, whichever is there, or null
public record Visitor(String method, @Nullable String userAgent, @Nullable String purpose) {}
