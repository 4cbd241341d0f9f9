@NullMarked
package dev.beckon.api.json;

import org.jspecify.annotations.NullMarked;
