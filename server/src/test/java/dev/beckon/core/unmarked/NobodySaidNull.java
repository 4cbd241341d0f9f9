package dev.beckon.core.unmarked;

/// Guilty of a package without package-info.java.
public interface NobodySaidNull {}
