package dev.beckon.api.canary;

import dev.beckon.host.kafka.canary.Landmark;

/// Guilty of seeing a room that this one may not see.
public interface ForbiddenArrow extends Landmark {}
