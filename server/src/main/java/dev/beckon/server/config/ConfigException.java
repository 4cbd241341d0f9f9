package dev.beckon.server.config;

import java.util.List;

/// Thrown when the settings cannot be used; says everything that is wrong, not only the first
// thing.
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ConfigException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
