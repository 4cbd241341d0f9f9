/// A slow and obvious model of who must be where and get what, worked out from the whole past of
/// everybody at every instant of interest, and from nothing else.
@NullMarked
package dev.beckon.simulator.audit;

import org.jspecify.annotations.NullMarked;
