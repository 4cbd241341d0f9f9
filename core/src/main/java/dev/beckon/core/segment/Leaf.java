package dev.beckon.core.segment;

/// The interned memory behind all conditions that ask for the same events: updated once per event.
///
/// @param id stable hash of the pattern, so that it needs no allocation and survives versions
/// @param keeps how many latest times are kept (0: only the count)
/// @param epoch catalog version since which it has been kept without a gap
public record Leaf(long id, EventPattern pattern, int keeps, long epoch) {}
