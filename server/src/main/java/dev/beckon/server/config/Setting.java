package dev.beckon.server.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One setting.
///
/// @param key as in the file, with dots between levels: `http.body_max`
/// @param fallback what holds when nobody says anything; null when the setting may stay unset
/// @param about one or two sentences for the page of settings
record Setting<T>(String key, Kind<T> kind, @Nullable String fallback, String about) {

  String environmentName() {
    return "BECKON_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  String flag() {
    return "--" + key.replace('_', '-');
  }
}
