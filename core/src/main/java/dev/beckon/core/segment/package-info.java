/// Groups of people by condition: who is in, since when, and when that would change by itself.
@NullMarked
package dev.beckon.core.segment;

import org.jspecify.annotations.NullMarked;
