package dev.beckon.server.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `apply` and `export` were called with.
///
/// @param url of the server
/// @param key an app key of the workspace
/// @param plan only print what would change
/// @param deleteMissing delete what the files do not name
public record DefinitionArguments(
    Path folder, URI url, String key, boolean plan, boolean deleteMissing) {
  private static final String DEFAULT_URL = "http://127.0.0.1:8080";

  /// Reads `DIR [--url URL] [--key KEY] [--plan] [--delete-missing]`; the URL and the key may come
  /// from BECKON_URL and BECKON_APP_KEY.
  ///
  /// @throws IllegalArgumentException for anything else
  public static DefinitionArguments parse(List<String> arguments, Map<String, String> environment) {
    String url = environment.getOrDefault("BECKON_URL", DEFAULT_URL);
    String key = environment.get("BECKON_APP_KEY");
    boolean plan = false;
    boolean deleteMissing = false;
    Path folder = null;
    List<String> rest = new ArrayList<>(arguments);
    while (!rest.isEmpty()) {
      String argument = rest.removeFirst();
      switch (argument) {
        case "--plan" -> plan = true;
        case "--delete-missing" -> deleteMissing = true;
        case "--url" -> url = valueOf(argument, rest);
        case "--key" -> key = valueOf(argument, rest);
        default -> folder = folder(argument, folder);
      }
    }
    if (folder == null) {
      throw new IllegalArgumentException("Expected a folder, such as ./beckon apply definitions");
    }
    return new DefinitionArguments(
        folder, URI.create(url.replaceAll("/+$", "")), present(key), plan, deleteMissing);
  }

  private static String valueOf(String flag, List<String> rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected a value after %s, but there is none".formatted(flag));
    }
    return rest.removeFirst();
  }

  private static Path folder(String argument, @Nullable Path known) {
    if (argument.startsWith("-") || known != null) {
      throw new IllegalArgumentException(
          "Expected one folder and the flags --plan, --delete-missing, --url and --key, but got \"%s\""
              .formatted(argument));
    }
    return Path.of(argument);
  }

  private static String present(@Nullable String key) {
    if (key == null || key.isBlank()) {
      throw new IllegalArgumentException(
          "Expected an app key of the workspace in BECKON_APP_KEY or after --key; make one in the"
              + " console under Settings, Keys");
    }
    return key;
  }
}
