/// Setting up, logging in, and members, for the console.
@NullMarked
package dev.beckon.api.manage.session;

import org.jspecify.annotations.NullMarked;
