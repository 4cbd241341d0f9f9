package dev.beckon.engine.query;

import dev.beckon.core.identity.PersonKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which activities are asked for.
///
/// @param types any of these; empty for all
/// @param names any of these; empty for all
/// @param failed only what failed or was refused
public record ActivityFilter(
    Set<String> types, Set<String> names, @Nullable PersonKey person, boolean failed) {
  public static final ActivityFilter ALL = new ActivityFilter(Set.of(), Set.of(), null, false);

  public ActivityFilter {
    types = Set.copyOf(types);
    names = Set.copyOf(names);
  }
}
