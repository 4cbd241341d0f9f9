package dev.beckon.simulator.canary;

/// Something of this room for others to see.
public interface Landmark {}
