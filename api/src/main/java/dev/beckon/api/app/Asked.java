package dev.beckon.api.app;

import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.engine.query.Page;
import org.jspecify.annotations.Nullable;

/// Which page of a listing is asked for.
///
/// @param start `next` of the page before, null for the first
/// @param limit how many at most; what is asked beyond the listing's own limit is cut down to it
record Asked(@Nullable String start, int limit) {
  static final int LIMIT = 50;
  static final int LIMIT_MAX = 1_000;
  static final int ACTIVITIES_LIMIT = 10;
  static final int ACTIVITIES_LIMIT_MAX = 100;

  static Asked of(Request request, int usual, int max) {
    String start = request.query("start");
    Long limit = whole(request, "limit");
    if (limit != null && limit < 1) {
      throw Refusal.invalid("Expected limit to be 1 or more, but got " + limit + ".");
    }
    return new Asked(
        start == null || start.isEmpty() ? null : start,
        limit == null ? usual : (int) Math.min(limit, max));
  }

  /// A whole number in the query, null where there is none.
  static @Nullable Long whole(Request request, String name) {
    String text = request.query(name);
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw Refusal.invalid("Expected " + name + " as a whole number, but got \"" + text + "\".");
    }
  }

  /// Reads a page; the cursor is the caller's word, so a wrong one is refused.
  <T> Page<T> read(Source<T> source) {
    try {
      return source.page(start, limit);
    } catch (IllegalArgumentException e) {
      if (start == null) {
        throw e;
      }
      throw Refusal.invalid(
          "Expected start to be the next of an earlier page, but got \"" + start + "\".");
    }
  }

  /// `next` as the App API writes it: empty at the end.
  static String next(Page<?> page) {
    String next = page.next();
    return next == null ? "" : next;
  }

  @FunctionalInterface
  interface Source<T> {
    Page<T> page(@Nullable String start, int limit);
  }
}
