@NullMarked
package dev.beckon.api.console;

import org.jspecify.annotations.NullMarked;
