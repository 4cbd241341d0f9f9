/// One person, one input, one decision: pure, and the same on every host.
@NullMarked
package dev.beckon.core;

import org.jspecify.annotations.NullMarked;
