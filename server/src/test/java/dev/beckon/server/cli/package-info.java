/// What the commands accept.
@NullMarked
package dev.beckon.server.cli;

import org.jspecify.annotations.NullMarked;
