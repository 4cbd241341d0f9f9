package dev.beckon.delivery.canary;

import dev.beckon.engine.canary.Landmark;

/// Guilty of seeing a room that this one may not see.
public interface ForbiddenArrow extends Landmark {}
