/// The channel from which nothing leaves the machine: an inbox of everything that would have been
// sent.
@NullMarked
package dev.beckon.delivery.sandbox;

import org.jspecify.annotations.NullMarked;
