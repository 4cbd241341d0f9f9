package dev.beckon.core.journey;

/// How often a person entered a campaign, and when last; decides about entering again.
///
/// @param convertedJourney number of the latest journey that met the goal, 0 for none
public record Entry(int times, long lastAt, long convertedJourney) {}
