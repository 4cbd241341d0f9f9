/// How the settings are read, and the page that explains them.
@NullMarked
package dev.beckon.server.config;

import org.jspecify.annotations.NullMarked;
