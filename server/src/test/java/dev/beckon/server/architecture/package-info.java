/// The rules of the house: which room may see which, what the pure rooms may not touch, how long a
/// file may be.
@NullMarked
package dev.beckon.server.architecture;

import org.jspecify.annotations.NullMarked;
