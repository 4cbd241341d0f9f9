package dev.beckon.simulator.script;

/// A segment.
public record Group(int id, String name, Rule when) {}
