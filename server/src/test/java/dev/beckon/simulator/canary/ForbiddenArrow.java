package dev.beckon.simulator.canary;

import dev.beckon.registry.canary.Landmark;

/// Guilty of seeing a room that this one may not see.
public interface ForbiddenArrow extends Landmark {}
