/// Identifiers, and the desks that keep each of them with one person.
@NullMarked
package dev.beckon.core.identity;

import org.jspecify.annotations.NullMarked;
