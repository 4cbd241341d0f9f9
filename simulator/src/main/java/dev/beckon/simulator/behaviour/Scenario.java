package dev.beckon.simulator.behaviour;

import dev.beckon.simulator.World;
import java.util.function.Consumer;

/// A short story with an outcome that is the same on every host.
///
/// @param name what is true after it, as a sentence
public record Scenario(String name, Consumer<World> story) {}
