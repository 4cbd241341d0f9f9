package dev.beckon.registry.publication;

import dev.beckon.core.value.Value;

/// Brings a published document into the engine.
@FunctionalInterface
public interface Publisher {

  /// Returns once the engine has it for good. May be called again with the same version after a
  /// crash; a version that the engine has already is to be ignored.
  ///
  /// @param version grows with every publication of the workspace
  /// @param document `{settings, segments, campaigns}`, see
  ///     [dev.beckon.core.catalog.DefinitionReader#read]
  void publish(int workspace, long version, Value.Fields document);
}
