/// Version 2 of the Track protocol: one call for everything, alone or in batches.
@NullMarked
package dev.beckon.api.entity;

import org.jspecify.annotations.NullMarked;
