/// Workspaces, their settings and their senders.
@NullMarked
package dev.beckon.registry.workspace;

import org.jspecify.annotations.NullMarked;
