package dev.beckon.delivery.render;

import org.jspecify.annotations.Nullable;

/// What a message says, as its author wrote it: Liquid in every part; immutable, kept under its
/// hash.
///
/// @param from overrides the sender's, or null
/// @param replyTo overrides the sender's, or null
/// @param layout HTML around the body, with `{{content}}` where the body goes, or null
/// @param text the plain text part; null to have it made from the HTML
public record Content(
    String subject,
    @Nullable String preheader,
    String html,
    @Nullable String text,
    @Nullable String from,
    @Nullable String replyTo,
    @Nullable String layout) {}
