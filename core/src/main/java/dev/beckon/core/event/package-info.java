/// What somebody did.
@NullMarked
package dev.beckon.core.event;

import org.jspecify.annotations.NullMarked;
