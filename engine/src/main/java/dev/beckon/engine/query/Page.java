package dev.beckon.engine.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a listing.
///
/// @param next where the listing goes on, opaque; null at the end. A page may be short, even empty,
///     and still have a next one: a filter looks at a bounded number of rows per page
public record Page<T>(List<T> items, @Nullable String next) {
  public Page {
    items = List.copyOf(items);
  }

  static <T> Page<T> empty() {
    return new Page<>(List.of(), null);
  }
}
