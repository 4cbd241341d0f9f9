package dev.beckon.core.egg;

import dev.beckon.core.hen.Hen;

/// Guilty of a cycle between packages, together with the hen.
public interface Egg {
  Hen laidBy();
}
