/// Segments: definitions, members, counts, for the console.
@NullMarked
package dev.beckon.api.manage.segment;

import org.jspecify.annotations.NullMarked;
