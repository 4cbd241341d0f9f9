package dev.beckon.server.bootstrap;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What shall be there after the start, whatever was there before. Nothing that exists is changed.
///
/// @param baseUrl how the outside reaches the server, null to leave that to the configuration
public record Bootstrap(@Nullable URI baseUrl, List<Workspace> workspaces, List<Member> members) {

  /// A workspace and its keys. A key that is left out is made up when the workspace is created.
  ///
  /// @param siteId with `apiKey` for the Track API
  /// @param appApiKey for the App API
  /// @param writeKey for the Pipelines API
  /// @param email the sender, null for the sandbox
  public record Workspace(
      String name,
      ZoneId timezone,
      @Nullable String siteId,
      @Nullable Secret apiKey,
      @Nullable Secret appApiKey,
      @Nullable Secret writeKey,
      @Nullable Email email) {}

  /// How a workspace sends mail.
  ///
  /// @param from such as `Acme <hello@acme.test>`
  public record Email(String from, Smtp smtp) {}

  /// The server that takes mail for sending.
  ///
  /// @param username null to send without logging in
  public record Smtp(
      String host,
      int port,
      StartTls startTls,
      @Nullable String username,
      @Nullable Secret password) {}

  /// Whether the connection is made private before anything is said.
  public enum StartTls {
    NEVER,
    IF_OFFERED,
    REQUIRED
  }

  /// Somebody who may log in to the console, to every workspace of the file.
  public record Member(String email, Secret password, Role role) {}

  /// What a member may do.
  public enum Role {
    OWNER,
    ADMIN,
    AUTHOR,
    VIEWER
  }

  /// Something that must not show up in a log.
  public record Secret(String reveal) {
    @Override
    public String toString() {
      return "***";
    }
  }
}
