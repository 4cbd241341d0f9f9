package dev.beckon.attic.canary;

/// Guilty of living in a room that the house does not have.
public interface NoSuchRoom {}
