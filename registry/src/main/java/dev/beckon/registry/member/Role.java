package dev.beckon.registry.member;

import java.util.Locale;

/// What a member may do.
public enum Role {
  /// Looks, and previews.
  VIEWER,
  /// Besides: everything but members, keys, workspace settings and the sender.
  EDITOR,
  /// Everything.
  OWNER;

  /// The word in the API.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }
}
