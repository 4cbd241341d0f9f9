package dev.beckon.api.manage;

import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.registry.By;
import org.jspecify.annotations.Nullable;

/// One admitted request of the management API.
///
/// @param workspace the one in the path, 0 where there is none
public record Call(Request request, Caller caller, int workspace) {
  public static final int LIMIT_DEFAULT = 50;
  public static final int LIMIT_MAX = 200;

  public By by() {
    return caller.by();
  }

  /// The whole number that the path has under this name.
  public int id(String name) {
    String text = request.segment(name);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw Refusal.notFound("Expected a number in the address, but got \"" + text + "\".");
    }
  }

  /// How many items of a page are asked for.
  public int limit() {
    return number("limit", LIMIT_DEFAULT, 1, LIMIT_MAX);
  }

  public @Nullable String cursor() {
    String cursor = request.query("cursor");
    return cursor == null || cursor.isEmpty() ? null : cursor;
  }

  /// The words that are searched for, empty for none.
  public String words() {
    String q = request.query("q");
    return q == null ? "" : q.strip();
  }

  public int number(String name, int absent, int least, int most) {
    String text = request.query(name);
    if (text == null || text.isEmpty()) {
      return absent;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below, together with numbers out of range.
    }
    throw Refusal.invalid(
        "Expected " + name + " from " + least + " to " + most + ", but got \"" + text + "\".");
  }
}
