package dev.beckon.api.pipelines;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a call of the protocol says; browsers shorten the word to its first letter.
enum CallType {
  IDENTIFY,
  TRACK,
  PAGE,
  SCREEN,
  GROUP,
  ALIAS;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String letter() {
    return word().substring(0, 1);
  }

  static @Nullable CallType of(String word) {
    for (CallType type : values()) {
      if (type.word().equals(word)) {
        return type;
      }
    }
    return null;
  }
}
