package dev.beckon.api.manage;

import dev.beckon.core.value.Value;
import dev.beckon.registry.Rejection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the endpoints of authored things have in common.
public final class Definitions {
  private Definitions() {}

  /// Does something with the definition in a request; pointers of what is wrong lead into it.
  public static <T> T within(Supplier<T> work) {
    try {
      return work.get();
    } catch (Rejection rejection) {
      throw rejection.under("/definition");
    }
  }

  /// A text in a definition, null where it is absent.
  public static @Nullable String text(Value.Fields definition, String name) {
    return definition.get(name) instanceof Value.Text(String text) ? text : null;
  }
}
