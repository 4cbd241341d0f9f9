package dev.beckon.host.kafka.canary;

/// Something of this room for others to see.
public interface Landmark {}
