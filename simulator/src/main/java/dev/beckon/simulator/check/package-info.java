/// Checkers, each of which guards one promise.
@NullMarked
package dev.beckon.simulator.check;

import org.jspecify.annotations.NullMarked;
