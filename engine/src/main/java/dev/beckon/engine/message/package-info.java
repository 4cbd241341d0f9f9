/// What a partition is told, and what it tells others.
@NullMarked
package dev.beckon.engine.message;

import org.jspecify.annotations.NullMarked;
