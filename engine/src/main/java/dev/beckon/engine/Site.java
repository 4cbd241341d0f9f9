package dev.beckon.engine;

import dev.beckon.engine.codec.ByteSink;

/// Which partition of how many, its time, and space to put rows together in.
record Site(int index, int partitions, Position position, ByteSink scratch) {}
