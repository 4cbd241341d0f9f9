/// Tests of the lake.
@NullMarked
package dev.beckon.lake;

import org.jspecify.annotations.NullMarked;
