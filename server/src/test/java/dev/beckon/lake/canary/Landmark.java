package dev.beckon.lake.canary;

/// Something of this room for others to see.
public interface Landmark {}
