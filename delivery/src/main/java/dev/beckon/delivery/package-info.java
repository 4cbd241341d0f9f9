/// Turns what the core decided into messages, and brings back what became of them.
@NullMarked
package dev.beckon.delivery;

import org.jspecify.annotations.NullMarked;
