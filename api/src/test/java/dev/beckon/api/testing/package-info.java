/// A small Beckon for tests of the HTTP room.
@NullMarked
package dev.beckon.api.testing;

import org.jspecify.annotations.NullMarked;
