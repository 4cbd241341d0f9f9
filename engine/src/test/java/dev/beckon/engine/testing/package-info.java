/// What the tests of the engine speak in: documents, and a small world of people.
@NullMarked
package dev.beckon.engine.testing;

import org.jspecify.annotations.NullMarked;
