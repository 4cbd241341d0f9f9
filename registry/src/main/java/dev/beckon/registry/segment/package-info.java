/// Authored segments.
@NullMarked
package dev.beckon.registry.segment;

import org.jspecify.annotations.NullMarked;
