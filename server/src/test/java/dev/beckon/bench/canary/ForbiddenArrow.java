package dev.beckon.bench.canary;

import dev.beckon.simulator.canary.Landmark;

/// Guilty of seeing a room that this one may not see.
public interface ForbiddenArrow extends Landmark {}
