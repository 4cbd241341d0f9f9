package dev.beckon.core.canary;

/// Guilty of a name that says nothing.
public interface NameUtil {}
