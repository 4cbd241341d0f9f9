/// The commands of the process and their arguments.
@NullMarked
package dev.beckon.server.cli;

import org.jspecify.annotations.NullMarked;
