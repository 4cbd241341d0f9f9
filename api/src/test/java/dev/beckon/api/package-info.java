@NullMarked
package dev.beckon.api;

import org.jspecify.annotations.NullMarked;
