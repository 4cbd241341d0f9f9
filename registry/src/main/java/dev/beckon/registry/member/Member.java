package dev.beckon.registry.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A human who logs in to the console.
///
/// @param email in lower case
public record Member(
    int id,
    String name,
    String email,
    Role role,
    Instant createdAt,
    @Nullable Instant lastLoginAt) {}
