/// Who somebody is and what Beckon knows of them.
@NullMarked
package dev.beckon.core.person;

import org.jspecify.annotations.NullMarked;
