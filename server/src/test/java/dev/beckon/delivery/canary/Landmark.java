package dev.beckon.delivery.canary;

/// Something of this room for others to see.
public interface Landmark {}
