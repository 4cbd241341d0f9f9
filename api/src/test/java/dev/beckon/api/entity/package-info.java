/// Version 2 of the Track protocol, tried over HTTP.
@NullMarked
package dev.beckon.api.entity;

import org.jspecify.annotations.NullMarked;
