package dev.beckon.engine.canary;

import dev.beckon.host.rocksdb.canary.Landmark;

/// Guilty of seeing a room that this one may not see.
public interface ForbiddenArrow extends Landmark {}
