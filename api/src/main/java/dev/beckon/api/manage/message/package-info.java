/// Messages, previews, the sandbox inbox, and deliveries, for the console.
@NullMarked
package dev.beckon.api.manage.message;

import org.jspecify.annotations.NullMarked;
