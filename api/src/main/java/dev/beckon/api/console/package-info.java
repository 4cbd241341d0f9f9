/// The console's files, as the browser fetches them.
@NullMarked
package dev.beckon.api.console;

import org.jspecify.annotations.NullMarked;
