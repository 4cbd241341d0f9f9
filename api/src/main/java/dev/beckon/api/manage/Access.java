package dev.beckon.api.manage;

import dev.beckon.registry.member.Role;
import java.util.Locale;

/// Who may use a route; every route has exactly one.
public enum Access {
  /// Anybody, logged in or not.
  OPEN,
  /// Whoever is logged in.
  MEMBER,
  VIEWER,
  EDITOR,
  OWNER;

  boolean allows(Role role) {
    return switch (this) {
      case OPEN, MEMBER, VIEWER -> true;
      case EDITOR -> role.covers(Role.EDITOR);
      case OWNER -> role.covers(Role.OWNER);
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
