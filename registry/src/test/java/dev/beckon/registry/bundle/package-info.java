/// Tests of files and differences.
@NullMarked
package dev.beckon.registry.bundle;

import org.jspecify.annotations.NullMarked;
