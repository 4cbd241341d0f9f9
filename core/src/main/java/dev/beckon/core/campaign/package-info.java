/// What marketers define: trigger, filter, frequency, exit, goal and steps.
@NullMarked
package dev.beckon.core.campaign;

import org.jspecify.annotations.NullMarked;
