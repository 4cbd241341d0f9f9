/// What the process says while it runs.
@NullMarked
package dev.beckon.server.logs;

import org.jspecify.annotations.NullMarked;
