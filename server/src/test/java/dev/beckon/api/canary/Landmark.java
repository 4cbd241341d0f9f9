package dev.beckon.api.canary;

/// Something of this room for others to see.
public interface Landmark {}
