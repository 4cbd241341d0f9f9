@NullMarked
package dev.beckon.delivery.render;

import org.jspecify.annotations.NullMarked;
