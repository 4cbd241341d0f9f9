package dev.beckon.api.manage;

import dev.beckon.registry.By;
import dev.beckon.registry.key.Key;
import dev.beckon.registry.member.Role;
import dev.beckon.registry.member.Session;

/// Who makes a call.
public sealed interface Caller {
  Role role();

  /// How changes are signed.
  By by();

  boolean sees(int workspace);

  /// A member in the console.
  ///
  /// @param token what the cookie holds
  record InConsole(Session session, String token) implements Caller {
    @Override
    public Role role() {
      return session.member().role();
    }

    @Override
    public By by() {
      return By.member(session.member().id(), session.member().name());
    }

    @Override
    public boolean sees(int workspace) {
      return true;
    }

    @Override
    public String toString() {
      return session.member().email();
    }
  }

  /// The command line or a script with an App key; it edits its own workspace.
  record WithKey(Key.Access access) implements Caller {
    @Override
    public Role role() {
      return Role.EDITOR;
    }

    @Override
    public By by() {
      return By.key(access.name());
    }

    @Override
    public boolean sees(int workspace) {
      return access.workspace() == workspace;
    }
  }

  /// Somebody who has not said who they are.
  record Unknown() implements Caller {
    @Override
    public Role role() {
      return Role.VIEWER;
    }

    @Override
    public By by() {
      throw new IllegalStateException("Expected a caller who is known, to sign a change.");
    }

    @Override
    public boolean sees(int workspace) {
      return false;
    }
  }
}
