/// One half of a cycle that is there to be caught.
@NullMarked
package dev.beckon.core.hen;

import org.jspecify.annotations.NullMarked;
