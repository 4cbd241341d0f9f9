package dev.beckon.server.canary;

/// Something of this room for others to see.
public interface Landmark {}
