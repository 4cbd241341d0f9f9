/// Tests of reading and writing JSON and YAML.
@NullMarked
package dev.beckon.registry.syntax;

import org.jspecify.annotations.NullMarked;
