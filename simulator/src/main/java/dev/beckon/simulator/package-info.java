/// The seeded world: people, time and a post office that tests and simulations are in charge of.
@NullMarked
package dev.beckon.simulator;

import org.jspecify.annotations.NullMarked;
