package dev.beckon.simulator.behaviour;

import dev.beckon.simulator.World;
import java.util.function.Consumer;

/// A short story with an outcome that is the same on every host.
///
/// @param name what is true after it, as a sentence
/// @param inOneOrder whether the host has no choice, so that the same bytes must be stored
public record Scenario(String name, Consumer<World> story, boolean inOneOrder) {
  Scenario(String name, Consumer<World> story) {
    this(name, story, true);
  }

  /// A scenario in which the host chooses what comes first.
  static Scenario inAnyOrder(String name, Consumer<World> story) {
    return new Scenario(name, story, false);
  }
}
