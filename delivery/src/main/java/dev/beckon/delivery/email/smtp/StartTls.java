package dev.beckon.delivery.email.smtp;

import java.util.Locale;

/// Whether a connection is encrypted before anything is said on it.
public enum StartTls {
  NEVER,
  IF_OFFERED,
  REQUIRED;

  /// The name in settings.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Reads the name in settings.
  ///
  /// @throws IllegalArgumentException if it is none
  public static StartTls of(String word) {
    for (StartTls value : values()) {
      if (value.word().equals(word)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "Expected starttls to be never, if_offered or required, but got \"" + word + "\".");
  }
}
