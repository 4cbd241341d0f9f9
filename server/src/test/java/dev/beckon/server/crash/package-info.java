/// A whole server that is killed under load, as its clients and a mail server see it.
@NullMarked
package dev.beckon.server.crash;

import org.jspecify.annotations.NullMarked;
