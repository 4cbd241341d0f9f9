/// Classes that break the rules of the house on purpose, as seen from engine.
@NullMarked
package dev.beckon.engine.canary;

import org.jspecify.annotations.NullMarked;
