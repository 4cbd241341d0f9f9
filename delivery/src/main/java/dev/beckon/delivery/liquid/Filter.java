package dev.beckon.delivery.liquid;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns one value into another, as in `{{ name | upcase }}`; it must not keep state.
@FunctionalInterface
public interface Filter {

  @Nullable Object apply(@Nullable Object input, FilterCall call);

  /// A filter by name, with how many arguments it takes.
  ///
  /// @param argumentsMin arguments that must be there, not counting the input
  /// @param argumentsMax arguments that may be there
  /// @param keywords names of arguments that may be given as `name: value`
  record Named(
      String name, int argumentsMin, int argumentsMax, Set<String> keywords, Filter filter) {

    public static Named filter(String name, int argumentsMin, int argumentsMax, Filter filter) {
      return new Named(name, argumentsMin, argumentsMax, Set.of(), filter);
    }
  }
}
