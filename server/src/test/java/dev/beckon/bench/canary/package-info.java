/// Classes that break the rules of the house on purpose, as seen from bench.
@NullMarked
package dev.beckon.bench.canary;

import org.jspecify.annotations.NullMarked;
