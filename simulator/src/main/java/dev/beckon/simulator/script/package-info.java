/// Definitions as the simulation invents and edits them, and the documents that they are written
// as.
@NullMarked
package dev.beckon.simulator.script;

import org.jspecify.annotations.NullMarked;
