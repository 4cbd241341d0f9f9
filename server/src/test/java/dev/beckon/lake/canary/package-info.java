/// Classes that break the rules of the house on purpose, as seen from lake.
@NullMarked
package dev.beckon.lake.canary;

import org.jspecify.annotations.NullMarked;
