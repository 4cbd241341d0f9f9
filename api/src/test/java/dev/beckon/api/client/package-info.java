/// Existing clients, pointed at Beckon by their address.
@NullMarked
package dev.beckon.api.client;

import org.jspecify.annotations.NullMarked;
