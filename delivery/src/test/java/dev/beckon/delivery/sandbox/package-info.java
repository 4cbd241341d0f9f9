@NullMarked
package dev.beckon.delivery.sandbox;

import org.jspecify.annotations.NullMarked;
