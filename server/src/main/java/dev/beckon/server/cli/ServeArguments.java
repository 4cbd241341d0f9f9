package dev.beckon.server.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `serve` was called with.
///
/// @param config the settings file, null when none was named
/// @param bootstrap the file of workspaces and members to create, null when none was named
/// @param demo whether to add the demo workspace
/// @param settings all other flags, by name without dashes
public record ServeArguments(
    @Nullable Path config, @Nullable Path bootstrap, boolean demo, Map<String, String> settings) {

  /// Reads `--name value` and `--name=value`.
  ///
  /// @throws IllegalArgumentException for anything else
  public static ServeArguments parse(List<String> arguments) {
    Map<String, String> flags = new HashMap<>();
    boolean demo = false;
    List<String> rest = new ArrayList<>(arguments);
    while (!rest.isEmpty()) {
      String argument = rest.removeFirst();
      if (argument.equals("--demo")) {
        demo = true;
        continue;
      }
      if (!argument.startsWith("--") || argument.length() == 2) {
        throw new IllegalArgumentException(
            "Expected flags such as --port 8080, but got \"%s\"".formatted(argument));
      }
      int equals = argument.indexOf('=');
      String name = argument.substring(2, equals < 0 ? argument.length() : equals);
      if (equals < 0 && rest.isEmpty()) {
        throw new IllegalArgumentException(
            "Expected a value after %s, but there is none".formatted(argument));
      }
      String value = equals < 0 ? rest.removeFirst() : argument.substring(equals + 1);
      if (flags.put(name, value) != null) {
        throw new IllegalArgumentException("Expected --%s once, but got it twice".formatted(name));
      }
    }
    return new ServeArguments(
        pathOf(flags.remove("config")), pathOf(flags.remove("bootstrap")), demo, Map.copyOf(flags));
  }

  private static @Nullable Path pathOf(@Nullable String text) {
    return text == null ? null : Path.of(text);
  }
}
