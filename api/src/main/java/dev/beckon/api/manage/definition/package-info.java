/// Definitions as files, and their schema, for the console.
@NullMarked
package dev.beckon.api.manage.definition;

import org.jspecify.annotations.NullMarked;
