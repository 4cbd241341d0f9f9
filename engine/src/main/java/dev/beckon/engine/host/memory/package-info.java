/// A host without threads, disk or clock, for tests and simulations.
@NullMarked
package dev.beckon.engine.host.memory;

import org.jspecify.annotations.NullMarked;
