/// What the links in messages lead to: the open pixel, clicks, unsubscribing, view in browser.
@NullMarked
package dev.beckon.api.tracking;

import org.jspecify.annotations.NullMarked;
