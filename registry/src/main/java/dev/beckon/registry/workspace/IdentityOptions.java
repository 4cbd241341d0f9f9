package dev.beckon.registry.workspace;

/// What a workspace has decided on who is who (docs/identity.md).
///
/// @param emailById whether a call by id may change the e-mail address
/// @param autoMerge whether two people whom one call names become one
public record IdentityOptions(boolean emailById, boolean autoMerge) {
  public static final IdentityOptions NONE = new IdentityOptions(false, false);

  /// What new workspaces begin with (spec: data-in.md, 5.2).
  public static final IdentityOptions FIRST = new IdentityOptions(false, true);
}
