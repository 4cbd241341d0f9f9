/// Classes that break the rules of the house on purpose, as seen from api.
@NullMarked
package dev.beckon.api.canary;

import org.jspecify.annotations.NullMarked;
