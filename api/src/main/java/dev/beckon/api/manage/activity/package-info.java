/// What happens, as pages and as a live stream, for the console.
@NullMarked
package dev.beckon.api.manage.activity;

import org.jspecify.annotations.NullMarked;
