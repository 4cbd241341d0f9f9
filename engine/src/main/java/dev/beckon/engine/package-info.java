/// Many people on one ordered input stream and one ordered store.
@NullMarked
package dev.beckon.engine;

import org.jspecify.annotations.NullMarked;
