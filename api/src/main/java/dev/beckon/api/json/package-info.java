/// JSON on the wire: strict reading into values, writing, and the shapes of records.
@NullMarked
package dev.beckon.api.json;

import org.jspecify.annotations.NullMarked;
