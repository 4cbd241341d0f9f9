/// Classes that break the rules of the house on purpose, as seen from server.
@NullMarked
package dev.beckon.server.canary;

import org.jspecify.annotations.NullMarked;
