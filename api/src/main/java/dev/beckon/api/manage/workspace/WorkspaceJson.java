package dev.beckon.api.manage.workspace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A company's own space.
///
/// @param timezone IANA name
/// @param baseUrl as clients reach this server, without a slash at the end
/// @param people how many there are
/// @param demoLoading from 0 to 1 while demo content is loaded, else null
public record WorkspaceJson(
    int id,
    String name,
    String timezone,
    int version,
    Instant createdAt,
    String baseUrl,
    long people,
    @Nullable Double demoLoading,
    SenderJson sender,
    IdentityJson identity) {

  /// What was decided on who is who.
  ///
  /// @param emailById whether a call by id may change the e-mail address
  /// @param autoMerge whether two people whom one call names become one
  public record IdentityJson(boolean emailById, boolean autoMerge) {}
}
