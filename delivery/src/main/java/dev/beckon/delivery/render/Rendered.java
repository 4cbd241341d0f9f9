package dev.beckon.delivery.render;

import org.jspecify.annotations.Nullable;

/// The words of one message to one person, ready to be written down as an e-mail.
///
/// @param from as rendered, `Name <address>`
/// @param subject without line breaks
public record Rendered(
    String from,
    @Nullable String replyTo,
    String to,
    String subject,
    @Nullable String preheader,
    String html,
    String text) {}
