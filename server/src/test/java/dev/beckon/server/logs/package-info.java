/// What the log looks like.
@NullMarked
package dev.beckon.server.logs;

import org.jspecify.annotations.NullMarked;
