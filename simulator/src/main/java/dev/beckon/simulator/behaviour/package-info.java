/// What every host must do, told as scenarios; the tests of each host run them all.
@NullMarked
package dev.beckon.simulator.behaviour;

import org.jspecify.annotations.NullMarked;
