@NullMarked
package dev.beckon.delivery;

import org.jspecify.annotations.NullMarked;
