/// Everything a workspace has published, compiled for deciding.
@NullMarked
package dev.beckon.core.catalog;

import org.jspecify.annotations.NullMarked;
