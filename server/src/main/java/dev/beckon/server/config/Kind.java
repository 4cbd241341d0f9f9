package dev.beckon.server.config;

import java.util.Optional;
import java.util.function.Function;

/// What a setting accepts.
///
/// @param expected completes the sentence "Expected …", as in `a port from 0 to 65535`
/// @param reader answers empty to what it does not accept
record Kind<T>(String expected, Function<String, Optional<T>> reader) {

  Optional<T> read(String text) {
    return reader.apply(text.strip());
  }
}
