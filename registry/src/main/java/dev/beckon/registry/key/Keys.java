package dev.beckon.registry.key;

import dev.beckon.registry.By;
import dev.beckon.registry.Rejection;
import dev.beckon.registry.audit.Audit;
import dev.beckon.registry.document.Names;
import dev.beckon.registry.store.Database;
import dev.beckon.registry.store.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The API keys of all workspaces: made, listed, revoked, and checked in about a microsecond.
public final class Keys {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int SECRET_CHARS = 32;
  private static final int SITE_ID_BYTES = 10;
  private static final int SECRET_CHARS_MAX = 200;
  private static final int HINTED_CHARS_MIN = 12;

  private final Database database;
  private final Audit audit;
  private final InstantSource clock;
  private final KeyHash hash;
  private final KeyRing ring;

  public Keys(Database database, Vault vault, Audit audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
    this.hash = new KeyHash(vault.derive("api keys"));
    this.ring = new KeyRing(database, clock);
  }

  /// What a Track key opens; empty when it is unknown or revoked.
  public Optional<Key.Access> track(String siteId, String apiKey) {
    return check(KeyKind.TRACK, siteId, apiKey);
  }

  /// What an App key opens.
  public Optional<Key.Access> app(String key) {
    return check(KeyKind.APP, null, key);
  }

  /// What a Pipelines write key opens.
  public Optional<Key.Access> write(String key) {
    return check(KeyKind.WRITE, null, key);
  }

  private Optional<Key.Access> check(KeyKind kind, @Nullable String siteId, String secret) {
    return secret.length() > SECRET_CHARS_MAX
        ? Optional.empty()
        : ring.open(hash.of(kind, siteId, secret));
  }

  /// The keys of a workspace: those in force first, then newest first.
  public List<Key> list(int workspace) {
    ring.flush();
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM api_keys WHERE workspace = :workspace"
                        + " ORDER BY CASE WHEN revoked_at IS NULL THEN 0 ELSE 1 END, id DESC")
                .bind("workspace", workspace)
                .map((row, _) -> key(row))
                .list());
  }

  /// Makes a key.
  public Key.Issued create(int workspace, String name, KeyKind kind, By by) {
    String siteId =
        kind == KeyKind.TRACK ? HexFormat.of().formatHex(Vault.randomBytes(SITE_ID_BYTES)) : null;
    String secret = newSecret();
    return new Key.Issued(store(workspace, name, kind, siteId, secret, by), secret);
  }

  /// Makes the keys that a new workspace starts with.
  public Key.Starter createStarter(int workspace, By by) {
    return database.write(
        _ -> {
          Key.Issued track = create(workspace, "First Track key", KeyKind.TRACK, by);
          Key.Issued write = create(workspace, "First write key", KeyKind.WRITE, by);
          Key.Issued app = create(workspace, "First App API key", KeyKind.APP, by);
          String siteId = track.key().siteId();
          return new Key.Starter(
              siteId == null ? "" : siteId, track.secret(), write.secret(), app.secret());
        });
  }

  /// Sees to it that this very key exists; one that was revoked stays so.
  ///
  /// @param siteId for Track keys
  public void ensure(
      int workspace, String name, KeyKind kind, @Nullable String siteId, String secret, By by) {
    if (secret.isEmpty() || secret.length() > SECRET_CHARS_MAX) {
      throw Rejection.invalid(
          "/" + kind.word(), "Expected a key of 1 to " + SECRET_CHARS_MAX + " characters.");
    }
    String stored = hash.of(kind, siteId, secret);
    database.write(
        handle -> {
          Optional<Integer> owner =
              handle
                  .createQuery("SELECT workspace FROM api_keys WHERE secret_hash = :hash LIMIT 1")
                  .bind("hash", stored)
                  .mapTo(Integer.class)
                  .findOne();
          if (owner.isPresent() && owner.get() != workspace) {
            throw Rejection.conflict(
                "The %s key of workspace %d belongs to another workspace."
                    .formatted(kind.word(), workspace),
                "Give each workspace its own keys.");
          }
          return owner.isPresent()
              ? owner.get()
              : store(workspace, name, kind, siteId, secret, by).id();
        });
  }

  /// Takes a key out of force at once; it stays in the list.
  public Key revoke(int workspace, int id, By by) {
    return database.write(
        handle -> {
          Key key = get(workspace, id);
          if (key.revokedAt() != null) {
            return key;
          }
          handle.execute("UPDATE api_keys SET revoked_at = ? WHERE id = ?", clock.millis(), id);
          audit.note(handle, by, "revoke", new Audit.Subject(workspace, "key", id, key.name()));
          database.afterCommit(ring.reloading());
          return get(workspace, id);
        });
  }

  /// Writes down when keys were last used.
  public void tidy() {
    ring.flush();
  }

  private Key get(int workspace, int id) {
    return database
        .read(
            handle ->
                handle
                    .createQuery("SELECT * FROM api_keys WHERE workspace = :w AND id = :id")
                    .bind("w", workspace)
                    .bind("id", id)
                    .map((row, _) -> key(row))
                    .findOne())
        .orElseThrow(() -> Rejection.notFound("Key " + id));
  }

  private Key store(
      int workspace, String name, KeyKind kind, @Nullable String siteId, String secret, By by) {
    Names.check(name, "/name");
    return database.write(
        handle -> {
          int id = Database.next(handle, "key");
          insert(handle, new Draft(id, workspace, name, kind, siteId, secret), by);
          audit.note(handle, by, "create", new Audit.Subject(workspace, "key", id, name));
          database.afterCommit(ring.reloading());
          return get(workspace, id);
        });
  }

  private record Draft(
      int id, int workspace, String name, KeyKind kind, @Nullable String siteId, String secret) {}

  private void insert(Handle handle, Draft key, By by) {
    String secret = key.secret();
    handle
        .createUpdate(
            "INSERT INTO api_keys (id, workspace, kind, name, site_id, secret_hash, hint,"
                + " created_at, created_by)"
                + " VALUES (:id, :workspace, :kind, :name, :site, :hash, :hint, :at, :by)")
        .bind("id", key.id())
        .bind("workspace", key.workspace())
        .bind("kind", key.kind().word())
        .bind("name", key.name())
        .bind("site", key.siteId())
        .bind("hash", hash.of(key.kind(), key.siteId(), secret))
        .bind(
            "hint",
            secret.length() < HINTED_CHARS_MIN ? "****" : secret.substring(secret.length() - 4))
        .bind("at", clock.millis())
        .bind("by", by.name())
        .execute();
  }

  private static String newSecret() {
    StringBuilder out = new StringBuilder();
    while (out.length() < SECRET_CHARS) {
      for (byte random : Vault.randomBytes(SECRET_CHARS)) {
        int index = random & 63;
        if (index < LETTERS.length() && out.length() < SECRET_CHARS) {
          out.append(LETTERS.charAt(index));
        }
      }
    }
    return out.toString();
  }

  private static Key key(ResultSet row) throws SQLException {
    return new Key(
        row.getInt("id"),
        row.getInt("workspace"),
        row.getString("name"),
        KeyKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("site_id"),
        row.getString("hint"),
        Database.instant(row, "created_at"),
        row.getString("created_by"),
        Database.time(row, "last_used_at"),
        Database.time(row, "revoked_at"));
  }
}
