/// The Pipelines protocol, tried over HTTP.
@NullMarked
package dev.beckon.api.pipelines;

import org.jspecify.annotations.NullMarked;
