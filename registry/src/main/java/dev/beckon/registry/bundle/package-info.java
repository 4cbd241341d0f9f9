/// Definitions as code: a workspace as files, and files as a workspace.
@NullMarked
package dev.beckon.registry.bundle;

import org.jspecify.annotations.NullMarked;
