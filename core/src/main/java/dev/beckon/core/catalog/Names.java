package dev.beckon.core.catalog;

import java.util.OptionalInt;

/// Finds what a definition refers to by name.
@FunctionalInterface
public interface Names {

  OptionalInt segment(String name);
}
