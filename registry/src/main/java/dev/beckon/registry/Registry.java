package dev.beckon.registry;

import dev.beckon.registry.audit.Audit;
import dev.beckon.registry.key.Keys;
import dev.beckon.registry.member.Members;
import dev.beckon.registry.member.Sessions;
import dev.beckon.registry.store.Database;
import dev.beckon.registry.store.Vault;
import dev.beckon.registry.workspace.Workspaces;
import java.nio.file.Path;
import java.time.InstantSource;

/// What people have authored on this server, and the services that read and change it.
public final class Registry implements AutoCloseable {
  private final Database database;
  private final Vault vault;
  private final Audit audit;
  private final Workspaces workspaces;
  private final Members members;
  private final Sessions sessions;
  private final Keys keys;
  private final Setup setup;
  private final Bootstrap bootstrap;

  private Registry(Database database, Vault vault, InstantSource clock) {
    this.database = database;
    this.vault = vault;
    audit = new Audit(database, clock);
    workspaces = new Workspaces(database, vault, audit, clock);
    members = new Members(database, audit, clock);
    sessions = new Sessions(database, members, clock);
    keys = new Keys(database, vault, audit, clock);
    setup = new Setup(database, members, workspaces, keys);
    bootstrap = new Bootstrap(database, members, workspaces, keys);
  }

  /// Opens the registry in a file, created where it is absent, with its secret beside it.
  ///
  /// @param file the SQLite file, such as `registry.db`; the secret goes to `registry.db.secret`
  public static Registry open(Path file, InstantSource clock) {
    Path secret = file.resolveSibling(file.getFileName() + ".secret");
    Database database = Database.open(file);
    try {
      Vault vault = Vault.open(secret);
      database.refuseOther("secret", vault.fingerprint(), secret);
      return new Registry(database, vault, clock);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  public Workspaces workspaces() {
    return workspaces;
  }

  public Members members() {
    return members;
  }

  public Sessions sessions() {
    return sessions;
  }

  public Keys keys() {
    return keys;
  }

  public Setup setup() {
    return setup;
  }

  public Bootstrap bootstrap() {
    return bootstrap;
  }

  public Audit audit() {
    return audit;
  }

  /// 32 secret bytes for one purpose, the same on every start: for signing links and the like.
  public byte[] secretFor(String purpose) {
    return vault.derive("for " + purpose);
  }

  /// Housekeeping, about once a minute.
  public void tidy() {
    keys.tidy();
    sessions.tidy();
  }

  @Override
  public void close() {
    keys.tidy();
    database.close();
  }
}
