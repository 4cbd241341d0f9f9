/// Nonsense in great variety, against every protocol that takes data in.
@NullMarked
package dev.beckon.api.fuzz;

import org.jspecify.annotations.NullMarked;
