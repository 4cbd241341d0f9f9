/// The links by which a message that has left comes back: opens, clicks, unsubscribes, all signed.
@NullMarked
package dev.beckon.delivery.tracking;

import org.jspecify.annotations.NullMarked;
