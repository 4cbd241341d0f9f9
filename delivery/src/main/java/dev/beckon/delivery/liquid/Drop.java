package dev.beckon.delivery.liquid;

import org.jspecify.annotations.Nullable;

/// A namespace that works out its values when a template asks for them.
@FunctionalInterface
public interface Drop {

  /// The value of that name, null when it is null or does not exist.
  @Nullable Object get(String name);

  /// Whether that name exists; a name that does not is an error under [Missing#FAIL].
  default boolean has(String name) {
    return get(name) != null;
  }
}
