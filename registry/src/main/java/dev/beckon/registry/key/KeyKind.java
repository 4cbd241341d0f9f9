package dev.beckon.registry.key;

import java.util.Locale;

/// What a key opens.
public enum KeyKind {
  /// The Track API: a site id and a key.
  TRACK,
  /// The App API and the command line.
  APP,
  /// The Pipelines API.
  WRITE;

  /// The word in the API.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
