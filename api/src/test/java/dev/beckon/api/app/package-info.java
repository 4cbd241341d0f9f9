@NullMarked
package dev.beckon.api.app;

import org.jspecify.annotations.NullMarked;
