/// Measures what is promised of Beckon's speed, each figure beside the limit it is held against.
@NullMarked
package dev.beckon.bench;

import org.jspecify.annotations.NullMarked;
