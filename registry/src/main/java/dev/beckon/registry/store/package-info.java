/// The database under the registry: one writer at a time, many readers.
@NullMarked
package dev.beckon.registry.store;

import org.jspecify.annotations.NullMarked;
