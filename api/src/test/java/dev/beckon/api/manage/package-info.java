@NullMarked
package dev.beckon.api.manage;

import org.jspecify.annotations.NullMarked;
