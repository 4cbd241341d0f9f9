/// JSON and YAML as values, with positions and limits.
@NullMarked
package dev.beckon.registry.syntax;

import org.jspecify.annotations.NullMarked;
