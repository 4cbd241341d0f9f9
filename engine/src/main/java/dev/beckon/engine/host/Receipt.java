package dev.beckon.engine.host;

import dev.beckon.core.identity.PersonKey;
import org.jspecify.annotations.Nullable;

/// The engine's word that a message has been processed and what came of it is durable.
///
/// @param person whom it concerned; null where it was nobody
public record Receipt(@Nullable PersonKey person) {}
