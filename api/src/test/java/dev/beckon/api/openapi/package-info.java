@NullMarked
package dev.beckon.api.openapi;

import org.jspecify.annotations.NullMarked;
