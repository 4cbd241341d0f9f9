/// A workspace with believable people, events, campaigns and results, for looking around.
@NullMarked
package dev.beckon.server.demo;

import org.jspecify.annotations.NullMarked;
