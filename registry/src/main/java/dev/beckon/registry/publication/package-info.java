/// Brings what is authored into the engine.
@NullMarked
package dev.beckon.registry.publication;

import org.jspecify.annotations.NullMarked;
