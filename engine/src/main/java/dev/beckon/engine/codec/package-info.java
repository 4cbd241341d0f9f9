/// The bytes in which everything is kept: versioned, compact, and readable for ever.
@NullMarked
package dev.beckon.engine.codec;

import org.jspecify.annotations.NullMarked;
