/// Questions to a consistent view of the store, off the writer's thread.
@NullMarked
package dev.beckon.engine.query;

import org.jspecify.annotations.NullMarked;
