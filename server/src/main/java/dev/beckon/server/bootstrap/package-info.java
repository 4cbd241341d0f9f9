/// The file of `--bootstrap`: workspaces and members to create when they are absent.
@NullMarked
package dev.beckon.server.bootstrap;

import org.jspecify.annotations.NullMarked;
