package dev.beckon.core.canary;

/// Something of this room for others to see.
public interface Landmark {}
