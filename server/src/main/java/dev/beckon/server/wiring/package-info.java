/// What the rooms ask for and other rooms have.
@NullMarked
package dev.beckon.server.wiring;

import org.jspecify.annotations.NullMarked;
