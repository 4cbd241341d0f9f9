package dev.beckon.engine.host;

import dev.beckon.core.identity.PersonKey;
import org.jspecify.annotations.Nullable;

/// The engine's word that a message is durable.
///
/// @param person whom it concerned; null where nobody did, or where the host cannot know yet
public record Receipt(@Nullable PersonKey person) {}
