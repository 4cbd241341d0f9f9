package dev.beckon.core.catalog;

/// What a workspace has set for itself, as far as deciding needs it.
///
/// @param timezone IANA name
/// @param emailById whether a call that names a person by id may change their e-mail address
/// @param autoMerge whether a person with an id only and one with an address only become one when a
///     call names both
public record Settings(String name, String timezone, boolean emailById, boolean autoMerge) {
  public Settings(String name, String timezone) {
    this(name, timezone, false, false);
  }
}
