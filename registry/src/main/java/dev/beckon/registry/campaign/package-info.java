/// Authored campaigns and their states.
@NullMarked
package dev.beckon.registry.campaign;

import org.jspecify.annotations.NullMarked;
