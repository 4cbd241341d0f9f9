/// Classes that break the rules of the house on purpose, as seen from delivery.
@NullMarked
package dev.beckon.delivery.canary;

import org.jspecify.annotations.NullMarked;
