/// What people have authored, with versions, and how it reaches the engine.
@NullMarked
package dev.beckon.registry;

import org.jspecify.annotations.NullMarked;
