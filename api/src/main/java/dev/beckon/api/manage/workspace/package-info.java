/// Workspaces, their senders and keys, for the console.
@NullMarked
package dev.beckon.api.manage.workspace;

import org.jspecify.annotations.NullMarked;
