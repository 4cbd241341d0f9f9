package dev.beckon.registry.bundle;

import java.util.Locale;

/// What applying files does, or would do, to one thing.
///
/// @param kind workspace, layout, segment, message or campaign
/// @param diff unified, of the files as export writes them; empty for NONE
public record Change(String kind, String name, Action action, String diff) {

  public enum Action {
    CREATE,
    UPDATE,
    DELETE,
    NONE;

    /// The word in the API.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
