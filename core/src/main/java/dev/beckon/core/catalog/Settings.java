package dev.beckon.core.catalog;

/// What a workspace has set for itself, as far as deciding needs it.
///
/// @param timezone IANA name
public record Settings(String name, String timezone) {}
