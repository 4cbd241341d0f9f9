package dev.beckon.core.segment;

/// Whether a person is in a segment, since when, and when that would change if nothing happened.
///
/// @param since when the person last entered or left (epoch ms)
/// @param changesAt [Verdict#NEVER] or the instant at which the condition must be looked at again
public record Membership(boolean member, long since, long changesAt) {}
