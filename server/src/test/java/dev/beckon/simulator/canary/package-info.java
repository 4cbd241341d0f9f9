/// Classes that break the rules of the house on purpose, as seen from simulator.
@NullMarked
package dev.beckon.simulator.canary;

import org.jspecify.annotations.NullMarked;
