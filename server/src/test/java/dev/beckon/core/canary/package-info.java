/// Classes that break the rules of the house on purpose, as seen from core.
@NullMarked
package dev.beckon.core.canary;

import org.jspecify.annotations.NullMarked;
