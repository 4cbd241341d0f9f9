/// Which word was meant.
@NullMarked
package dev.beckon.server.text;

import org.jspecify.annotations.NullMarked;
