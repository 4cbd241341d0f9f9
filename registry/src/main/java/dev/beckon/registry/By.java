package dev.beckon.registry;

import org.jspecify.annotations.Nullable;

/// Who makes a change, as the audit log remembers it.
///
/// @param member id of the member, or null when it was not one
/// @param name for people to read, as it was at the time
public record By(@Nullable Integer member, String name) {
  public static final By SETUP = new By(null, "first run");
  public static final By BOOTSTRAP = new By(null, "bootstrap");
  public static final By DEMO = new By(null, "demo");

  public static By member(int id, String name) {
    return new By(id, name);
  }

  /// Somebody who holds an API key, such as the command line.
  public static By key(String name) {
    return new By(null, "key " + name);
  }
}
