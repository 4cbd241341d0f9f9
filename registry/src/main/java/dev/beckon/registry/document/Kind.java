package dev.beckon.registry.document;

import java.util.Locale;

/// What sort of thing a document defines.
public enum Kind {
  SEGMENT,
  CAMPAIGN,
  MESSAGE,
  /// HTML around the bodies of messages.
  LAYOUT;

  /// The word in the API, in the log and in the database.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The word at the beginning of a sentence.
  public String title() {
    return name().charAt(0) + word().substring(1);
  }

  static Kind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
