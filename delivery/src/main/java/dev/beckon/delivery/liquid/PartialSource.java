package dev.beckon.delivery.liquid;

import java.util.Optional;

/// Where `include` and `render` find the templates they name.
@FunctionalInterface
public interface PartialSource {

  /// The parsed partial of that name, or empty when there is none.
  Optional<Template> find(String name);

  static PartialSource none() {
    return _ -> Optional.empty();
  }
}
