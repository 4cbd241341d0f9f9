/// The way from a request to the engine and back: taken in, durable, answered.
@NullMarked
package dev.beckon.api.intake;

import org.jspecify.annotations.NullMarked;
