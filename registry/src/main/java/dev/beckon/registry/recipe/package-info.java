/// Ready-made campaigns that install with one call.
@NullMarked
package dev.beckon.registry.recipe;

import org.jspecify.annotations.NullMarked;
