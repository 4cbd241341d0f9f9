package dev.beckon.lake.canary;

import dev.beckon.delivery.canary.Landmark;

/// Guilty of seeing a room that this one may not see.
public interface ForbiddenArrow extends Landmark {}
