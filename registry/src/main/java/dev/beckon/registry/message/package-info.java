/// Authored messages and layouts, and the immutable contents made of them.
@NullMarked
package dev.beckon.registry.message;

import org.jspecify.annotations.NullMarked;
