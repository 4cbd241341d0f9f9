package dev.beckon.simulator.check;

import dev.beckon.simulator.Stored;
import dev.beckon.simulator.audit.Auditor;
import dev.beckon.simulator.script.Script;

/// What checkers may look at; the host has come to rest.
///
/// @param stored what the host has stored
/// @param auditor what must have followed from what the host was told
/// @param script the definitions in force
/// @param sendings what the post office was handed
/// @param said what was said to the host from outside
/// @param journal what the partitions have processed
/// @param now epoch ms
public record Evidence(
    Stored stored,
    Auditor auditor,
    Script script,
    Sendings sendings,
    Said said,
    Journal journal,
    long now) {}
