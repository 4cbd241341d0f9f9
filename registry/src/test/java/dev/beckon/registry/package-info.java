/// Tests of the registry on real files.
@NullMarked
package dev.beckon.registry;

import org.jspecify.annotations.NullMarked;
