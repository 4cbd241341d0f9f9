package dev.beckon.registry.workspace;

import java.time.Instant;

/// A company's own space: its people, definitions and settings.
///
/// @param timezone IANA name
/// @param version grows with every change of the settings
public record Workspace(
    int id,
    String name,
    String timezone,
    int version,
    Instant createdAt,
    Sender sender,
    IdentityOptions identity) {}
