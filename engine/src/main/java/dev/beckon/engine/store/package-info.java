/// The contract with the place where partitions keep their rows, and the rows' keys.
@NullMarked
package dev.beckon.engine.store;

import org.jspecify.annotations.NullMarked;
