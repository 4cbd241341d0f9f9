package dev.beckon.host.rocksdb.canary;

/// Something of this room for others to see.
public interface Landmark {}
