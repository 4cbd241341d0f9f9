@NullMarked
package dev.beckon.delivery.tracking;

import org.jspecify.annotations.NullMarked;
