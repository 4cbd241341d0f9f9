@NullMarked
package dev.beckon.delivery.email;

import org.jspecify.annotations.NullMarked;
