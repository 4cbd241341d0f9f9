package dev.beckon.api.manage;

import dev.beckon.api.http.Flaw;
import dev.beckon.api.http.Refusal;
import dev.beckon.core.catalog.DefinitionException;
import dev.beckon.core.catalog.DefinitionReader;
import dev.beckon.core.catalog.Names;
import dev.beckon.core.segment.Condition;
import dev.beckon.core.value.Value;
import dev.beckon.registry.Registry;
import java.util.OptionalInt;

/// Reads conditions that callers send, with the segments of the workspace by name.
public final class Conditions {
  private final Registry registry;

  public Conditions(Registry registry) {
    this.registry = registry;
  }

  /// @throws Refusal with pointers under `/when`
  public Condition read(int workspace, Value when) {
    try {
      return DefinitionReader.condition(when, "/when", names(workspace));
    } catch (DefinitionException e) {
      throw Refusal.invalid(
          e.problems().stream().map(p -> new Flaw(p.pointer(), p.detail())).toList());
    }
  }

  private Names names(int workspace) {
    return name ->
        registry
            .segments()
            .named(workspace, name)
            .map(segment -> OptionalInt.of(segment.id()))
            .orElseGet(OptionalInt::empty);
  }
}
