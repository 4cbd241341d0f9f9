package dev.beckon.registry;

import dev.beckon.registry.key.KeyKind;
import dev.beckon.registry.key.Keys;
import dev.beckon.registry.member.Members;
import dev.beckon.registry.member.Role;
import dev.beckon.registry.store.Database;
import dev.beckon.registry.workspace.Sender;
import dev.beckon.registry.workspace.Workspace;
import dev.beckon.registry.workspace.Workspaces;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sets a server up without clicking: creates what is absent and changes nothing that is there.
public final class Bootstrap {
  private final Database database;
  private final Members members;
  private final Workspaces workspaces;
  private final Keys keys;

  Bootstrap(Database database, Members members, Workspaces workspaces, Keys keys) {
    this.database = database;
    this.members = members;
    this.workspaces = workspaces;
    this.keys = keys;
  }

  /// A workspace that must exist; keys that are null are not asked for.
  ///
  /// @param siteId goes with `apiKey`
  /// @param email the sender of a workspace that is created now; null for the sandbox
  public record WantedWorkspace(
      String name,
      String timezone,
      @Nullable String siteId,
      @Nullable String apiKey,
      @Nullable String appApiKey,
      @Nullable String writeKey,
      Sender.@Nullable Wish email) {
    @Override
    public String toString() {
      return name;
    }
  }

  /// A member that must exist.
  ///
  /// @param name null takes what stands before the @
  public record WantedMember(@Nullable String name, String email, String password, Role role) {
    @Override
    public String toString() {
      return email;
    }
  }

  /// Does it, all or nothing; pointers of faults are `/workspaces/0/…` and `/members/0/…`.
  public void apply(List<WantedWorkspace> wantedWorkspaces, List<WantedMember> wantedMembers) {
    database.write(
        _ -> {
          for (int i = 0; i < wantedWorkspaces.size(); i++) {
            int index = i;
            under("/workspaces/" + i, () -> ensure(wantedWorkspaces.get(index)));
          }
          for (int i = 0; i < wantedMembers.size(); i++) {
            int index = i;
            under("/members/" + i, () -> ensure(wantedMembers.get(index)));
          }
          return wantedMembers;
        });
  }

  private void ensure(WantedWorkspace wanted) {
    Optional<Workspace> there = workspaces.named(wanted.name());
    Workspace workspace =
        there.orElseGet(() -> workspaces.create(wanted.name(), wanted.timezone(), By.BOOTSTRAP));
    if (there.isEmpty() && wanted.email() != null) {
      Sender.Wish email = wanted.email();
      under("/email", () -> workspaces.changeSender(workspace.id(), email, By.BOOTSTRAP));
    }
    if (wanted.apiKey() != null) {
      if (wanted.siteId() == null) {
        throw Rejection.invalid("/site_id", "Expected a site_id beside api_key, but got none.");
      }
      ensureKey(workspace, KeyKind.TRACK, wanted.siteId(), wanted.apiKey());
    }
    if (wanted.appApiKey() != null) {
      ensureKey(workspace, KeyKind.APP, null, wanted.appApiKey());
    }
    if (wanted.writeKey() != null) {
      ensureKey(workspace, KeyKind.WRITE, null, wanted.writeKey());
    }
  }

  private void ensureKey(
      Workspace workspace, KeyKind kind, @Nullable String siteId, String secret) {
    keys.ensure(workspace.id(), "From bootstrap", kind, siteId, secret, By.BOOTSTRAP);
  }

  private void ensure(WantedMember wanted) {
    if (members.withEmail(wanted.email()).isEmpty()) {
      String name =
          wanted.name() == null
              ? wanted.email().substring(0, Math.max(0, wanted.email().indexOf('@')))
              : wanted.name();
      members.create(name, wanted.email(), wanted.password(), wanted.role(), By.BOOTSTRAP);
    }
  }

  private static void under(String prefix, Runnable work) {
    try {
      work.run();
    } catch (Rejection e) {
      throw e.under(prefix);
    }
  }
}
