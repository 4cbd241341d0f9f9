/// The language in which messages are written: templates, filters, tags and the budgets within
/// which they run.
@NullMarked
package dev.beckon.delivery.liquid;

import org.jspecify.annotations.NullMarked;
