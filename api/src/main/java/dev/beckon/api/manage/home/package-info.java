/// The first page: figures, what needs attention, first steps, for the console.
@NullMarked
package dev.beckon.api.manage.home;

import org.jspecify.annotations.NullMarked;
