/// Classes that break the rules of the house on purpose, as seen from registry.
@NullMarked
package dev.beckon.registry.canary;

import org.jspecify.annotations.NullMarked;
