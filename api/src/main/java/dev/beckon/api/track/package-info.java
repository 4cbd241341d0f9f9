/// The Track protocol, version 1: people and events coming in (spec: data-in.md, 1).
@NullMarked
package dev.beckon.api.track;

import org.jspecify.annotations.NullMarked;
