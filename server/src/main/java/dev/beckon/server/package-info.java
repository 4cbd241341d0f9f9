/// The process: reads its configuration, picks the hosts, wires the rooms.
@NullMarked
package dev.beckon.server;

import org.jspecify.annotations.NullMarked;
