/// Runs a seeded story against the engine, with faults, and has it checked.
@NullMarked
package dev.beckon.simulator.run;

import org.jspecify.annotations.NullMarked;
