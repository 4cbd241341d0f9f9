/// The configuration of the process: one tree of typed settings from defaults, a file, the
/// environment and flags.
@NullMarked
package dev.beckon.server.config;

import org.jspecify.annotations.NullMarked;
