package dev.beckon.registry.workspace;

import dev.beckon.registry.By;
import dev.beckon.registry.Rejection;
import dev.beckon.registry.audit.Audit;
import dev.beckon.registry.document.Names;
import dev.beckon.registry.store.Database;
import dev.beckon.registry.store.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The workspaces of this server.
public final class Workspaces {
  private final Database database;
  private final Vault vault;
  private final Audit audit;
  private final InstantSource clock;

  public Workspaces(Database database, Vault vault, Audit audit, InstantSource clock) {
    this.database = database;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  /// All workspaces, by name.
  public List<Workspace> list() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM workspaces ORDER BY name, id")
                .map((row, _) -> workspace(row))
                .list());
  }

  public Optional<Workspace> find(int id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM workspaces WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> workspace(row))
                .findOne());
  }

  public Workspace get(int id) {
    return find(id).orElseThrow(() -> Rejection.notFound("Workspace " + id));
  }

  public Optional<Workspace> named(String name) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM workspaces WHERE name = :name")
                .bind("name", name)
                .map((row, _) -> workspace(row))
                .findOne());
  }

  public Workspace create(String name, String timezone, By by) {
    Names.check(name, "/name");
    checkTimezone(timezone);
    return database.write(
        handle -> {
          refuseTaken(name, 0);
          int id = Database.next(handle, "workspace");
          handle
              .createUpdate(
                  "INSERT INTO workspaces (id, name, timezone, version, created_at, sender,"
                      + " email_by_id, auto_merge)"
                      + " VALUES (:id, :name, :timezone, 1, :at, :sender, :email, :merge)")
              .bind("id", id)
              .bind("name", name)
              .bind("timezone", timezone)
              .bind("at", clock.millis())
              .bind("sender", Senders.toJson(Senders.first(name)))
              .bind("email", IdentityOptions.FIRST.emailById() ? 1 : 0)
              .bind("merge", IdentityOptions.FIRST.autoMerge() ? 1 : 0)
              .execute();
          note(handle, by, "create", id, name);
          return get(id);
        });
  }

  /// Changes what is given; null leaves it as it is.
  public Workspace update(int id, @Nullable String name, @Nullable String timezone, By by) {
    return database.write(
        handle -> {
          Workspace now = get(id);
          String nextName = name == null ? now.name() : Names.check(name, "/name");
          String nextZone = timezone == null ? now.timezone() : timezone;
          checkTimezone(nextZone);
          if (nextName.equals(now.name()) && nextZone.equals(now.timezone())) {
            return now;
          }
          refuseTaken(nextName, id);
          handle
              .createUpdate(
                  "UPDATE workspaces SET name = :name, timezone = :timezone,"
                      + " version = version + 1 WHERE id = :id")
              .bind("id", id)
              .bind("name", nextName)
              .bind("timezone", nextZone)
              .execute();
          note(handle, by, "update", id, nextName);
          return get(id);
        });
  }

  /// Takes effect with the next call about a person; nobody is looked at again for it.
  public Workspace chooseIdentity(int id, IdentityOptions options, By by) {
    return database.write(
        handle -> {
          Workspace now = get(id);
          if (options.equals(now.identity())) {
            return now;
          }
          handle
              .createUpdate(
                  "UPDATE workspaces SET email_by_id = :email, auto_merge = :merge,"
                      + " version = version + 1 WHERE id = :id")
              .bind("id", id)
              .bind("email", options.emailById() ? 1 : 0)
              .bind("merge", options.autoMerge() ? 1 : 0)
              .execute();
          note(handle, by, "update identity", id, now.name());
          return get(id);
        });
  }

  public Workspace changeSender(int id, Sender.Wish wish, By by) {
    Senders.check(wish);
    return database.write(
        handle -> {
          Workspace now = get(id);
          Sender.SmtpWish smtp = wish.smtp();
          String sealed = smtp == null ? null : sealed(handle, id, smtp.password());
          Sender next =
              new Sender(
                  wish.from(),
                  wish.replyTo(),
                  smtp == null
                      ? null
                      : new Sender.Smtp(
                          smtp.host(),
                          smtp.port(),
                          smtp.startTls(),
                          smtp.username(),
                          sealed != null));
          handle
              .createUpdate(
                  "UPDATE workspaces SET sender = :sender, smtp_password = :password,"
                      + " version = version + 1 WHERE id = :id")
              .bind("id", id)
              .bind("sender", Senders.toJson(next))
              .bind("password", sealed)
              .execute();
          note(handle, by, "update sender", id, now.name());
          return get(id);
        });
  }

  /// How to reach the workspace's SMTP server; empty while it uses the sandbox.
  public Optional<Sender.Account> account(int id) {
    return database.read(
        handle -> {
          Sender.Smtp smtp = get(id).sender().smtp();
          if (smtp == null) {
            return Optional.empty();
          }
          String sealed = storedPassword(handle, id);
          return Optional.of(
              new Sender.Account(
                  smtp.host(),
                  smtp.port(),
                  smtp.startTls(),
                  smtp.username(),
                  sealed == null ? null : vault.unseal(sealed)));
        });
  }

  /// What has been noted about a workspace for good, with its time: `checklist_dismissed` …
  public SequencedMap<String, Instant> marks(int id) {
    return database.read(
        handle -> {
          SequencedMap<String, Instant> marks = new LinkedHashMap<>();
          handle
              .createQuery("SELECT name, at FROM marks WHERE workspace = :id ORDER BY name")
              .bind("id", id)
              .map((row, _) -> marks.put(row.getString("name"), Database.instant(row, "at")))
              .list();
          return marks;
        });
  }

  /// Notes something with the present time; a mark that is there keeps its first time.
  public void mark(int id, String name) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO marks (workspace, name, at) VALUES (:id, :name, :at)"
                        + " ON CONFLICT (workspace, name) DO NOTHING")
                .bind("id", id)
                .bind("name", name)
                .bind("at", clock.millis())
                .execute());
  }

  public void unmark(int id, String name) {
    database.write(
        handle ->
            handle
                .createUpdate("DELETE FROM marks WHERE workspace = :id AND name = :name")
                .bind("id", id)
                .bind("name", name)
                .execute());
  }

  private @Nullable String sealed(Handle handle, int id, Sender.Password password) {
    return switch (password) {
      case Sender.Password.Keep _ -> storedPassword(handle, id);
      case Sender.Password.None _ -> null;
      case Sender.Password.Set set -> vault.seal(set.secret());
    };
  }

  private static @Nullable String storedPassword(Handle handle, int id) {
    return handle
        .createQuery("SELECT smtp_password FROM workspaces WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> Optional.ofNullable(row.getString(1)))
        .one()
        .orElse(null);
  }

  private void refuseTaken(String name, int id) {
    if (named(name).filter(other -> other.id() != id).isPresent()) {
      throw Rejection.conflict(
          "A workspace is called " + name + " already.", "Choose another name.");
    }
  }

  private static void checkTimezone(String timezone) {
    if (!ZoneId.getAvailableZoneIds().contains(timezone)) {
      throw Rejection.invalid(
          "/timezone",
          "Expected a time zone such as Europe/Berlin or UTC, but got %s.".formatted(timezone));
    }
  }

  private void note(Handle handle, By by, String action, int id, String name) {
    database.touch(id);
    audit.note(handle, by, action, new Audit.Subject(id, "workspace", id, name));
  }

  private static Workspace workspace(ResultSet row) throws SQLException {
    return new Workspace(
        row.getInt("id"),
        row.getString("name"),
        row.getString("timezone"),
        row.getInt("version"),
        Database.instant(row, "created_at"),
        Senders.fromJson(row.getString("sender"), row.getString("smtp_password") != null),
        new IdentityOptions(row.getInt("email_by_id") == 1, row.getInt("auto_merge") == 1));
  }
}
