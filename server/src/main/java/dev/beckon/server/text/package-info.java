/// Words for people who mistyped.
@NullMarked
package dev.beckon.server.text;

import org.jspecify.annotations.NullMarked;
