/// One message to one person, from the decision to what became of it.
@NullMarked
package dev.beckon.core.delivery;

import org.jspecify.annotations.NullMarked;
