package dev.beckon.registry;

import dev.beckon.registry.key.Key;
import dev.beckon.registry.key.Keys;
import dev.beckon.registry.member.Member;
import dev.beckon.registry.member.Members;
import dev.beckon.registry.member.Role;
import dev.beckon.registry.store.Database;
import dev.beckon.registry.workspace.Workspace;
import dev.beckon.registry.workspace.Workspaces;

/// The first run in the browser: the first owner, the first workspace, its keys.
public final class Setup {
  private final Database database;
  private final Members members;
  private final Workspaces workspaces;
  private final Keys keys;

  Setup(Database database, Members members, Workspaces workspaces, Keys keys) {
    this.database = database;
    this.members = members;
    this.workspaces = workspaces;
    this.keys = keys;
  }

  /// The human who sets the server up.
  public record Owner(String name, String email, String password) {
    @Override
    public String toString() {
      return email;
    }
  }

  public record Done(Member owner, Workspace workspace, Key.Starter keys) {}

  /// Whether nobody has set this server up yet.
  public boolean needed() {
    return members.isEmpty();
  }

  /// Sets the server up, all or nothing; pointers of faults are `/owner/…` and `/workspace/…`.
  public Done run(Owner owner, String workspaceName, String timezone) {
    return database.write(
        _ -> {
          if (!needed()) {
            throw Rejection.conflict("This server is set up already.", "Log in instead.");
          }
          return new Done(
              owner(owner),
              workspace(workspaceName, timezone),
              keys.createStarter(workspaces.named(workspaceName).orElseThrow().id(), By.SETUP));
        });
  }

  private Member owner(Owner owner) {
    try {
      return members.create(owner.name(), owner.email(), owner.password(), Role.OWNER, By.SETUP);
    } catch (Rejection e) {
      throw e.under("/owner");
    }
  }

  private Workspace workspace(String name, String timezone) {
    try {
      return workspaces.create(name, timezone, By.SETUP);
    } catch (Rejection e) {
      throw e.under("/workspace");
    }
  }
}
