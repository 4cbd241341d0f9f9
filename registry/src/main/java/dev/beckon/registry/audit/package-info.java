/// Who changed what, and when.
@NullMarked
package dev.beckon.registry.audit;

import org.jspecify.annotations.NullMarked;
