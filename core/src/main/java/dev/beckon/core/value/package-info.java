/// Data as the outside world sends it.
@NullMarked
package dev.beckon.core.value;

import org.jspecify.annotations.NullMarked;
