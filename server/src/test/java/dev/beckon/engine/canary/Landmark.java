package dev.beckon.engine.canary;

/// Something of this room for others to see.
public interface Landmark {}
