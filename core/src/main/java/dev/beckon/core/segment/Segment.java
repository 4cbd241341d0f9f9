package dev.beckon.core.segment;

/// A group of people by condition.
///
/// @param epoch catalog version that brought the current condition
public record Segment(int id, String name, Condition when, long epoch) {}
