/// One person, one input, one decision.
@NullMarked
package dev.beckon.core.machine;

import org.jspecify.annotations.NullMarked;
