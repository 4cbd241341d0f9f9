/// One person's run through one campaign, and why it went as it did.
@NullMarked
package dev.beckon.core.journey;

import org.jspecify.annotations.NullMarked;
