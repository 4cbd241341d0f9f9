package dev.beckon.registry.canary;

/// Something of this room for others to see.
public interface Landmark {}
