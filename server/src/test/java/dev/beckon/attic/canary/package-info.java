/// Classes that break the rules of the house on purpose, as seen from attic.
@NullMarked
package dev.beckon.attic.canary;

import org.jspecify.annotations.NullMarked;
