package dev.beckon.core.hen;

import dev.beckon.core.egg.Egg;

/// Guilty of a cycle between packages, together with the egg.
public interface Hen {
  Egg hatchedFrom();
}
