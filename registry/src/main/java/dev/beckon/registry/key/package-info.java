/// API keys of workspaces.
@NullMarked
package dev.beckon.registry.key;

import org.jspecify.annotations.NullMarked;
