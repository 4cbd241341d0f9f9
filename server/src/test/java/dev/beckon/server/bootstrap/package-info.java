/// What a bootstrap file may say.
@NullMarked
package dev.beckon.server.bootstrap;

import org.jspecify.annotations.NullMarked;
