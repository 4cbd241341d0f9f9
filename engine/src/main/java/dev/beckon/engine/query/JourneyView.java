package dev.beckon.engine.query;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.journey.Ending;
import dev.beckon.core.journey.Journey;
import org.jspecify.annotations.Nullable;

/// A journey, under way or over.
///
/// @param journey as it stands or stood at its end; of the trigger the data are left out
/// @param endedAt epoch ms, 0 while under way
/// @param ending null while under way
/// @param convertedAt when the goal was met (epoch ms), 0 where it was not
public record JourneyView(
    PersonKey person, Journey journey, long endedAt, @Nullable Ending ending, long convertedAt) {}
