@NullMarked
package dev.beckon.api.http;

import org.jspecify.annotations.NullMarked;
