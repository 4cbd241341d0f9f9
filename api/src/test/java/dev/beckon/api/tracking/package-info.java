@NullMarked
package dev.beckon.api.tracking;

import org.jspecify.annotations.NullMarked;
