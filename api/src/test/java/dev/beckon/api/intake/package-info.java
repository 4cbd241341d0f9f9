/// From a request to the engine.
@NullMarked
package dev.beckon.api.intake;

import org.jspecify.annotations.NullMarked;
