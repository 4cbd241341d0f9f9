@NullMarked
package dev.beckon.api.track;

import org.jspecify.annotations.NullMarked;
