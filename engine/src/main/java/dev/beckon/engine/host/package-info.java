/// What every host offers to the rooms above it.
@NullMarked
package dev.beckon.engine.host;

import org.jspecify.annotations.NullMarked;
