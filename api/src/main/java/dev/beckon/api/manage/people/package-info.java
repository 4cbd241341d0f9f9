/// People: who they are and what is known of them, for the console.
@NullMarked
package dev.beckon.api.manage.people;

import org.jspecify.annotations.NullMarked;
