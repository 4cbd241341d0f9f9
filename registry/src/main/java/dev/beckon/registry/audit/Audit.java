package dev.beckon.registry.audit;

import dev.beckon.registry.By;
import dev.beckon.registry.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The log of who changed what; written in the same transaction as the change.
public final class Audit {
  private final Database database;
  private final InstantSource clock;

  public Audit(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// One line of the log.
  ///
  /// @param action create, update, rename, delete, start, stop, revoke …
  /// @param kind what was changed: segment, campaign, message, layout, workspace, member, key
  /// @param subject its id
  public record Entry(
      int id,
      Instant at,
      @Nullable Integer member,
      String who,
      String action,
      String kind,
      @Nullable Integer subject,
      String name) {}

  /// What was changed.
  ///
  /// @param workspace null for what belongs to the whole server
  public record Subject(
      @Nullable Integer workspace, String kind, @Nullable Integer id, String name) {}

  public void note(Handle handle, By by, String action, Subject subject) {
    handle
        .createUpdate(
            "INSERT INTO audit (id, at, workspace, member, who, action, kind, subject, name) VALUES"
                + " (:id, :at, :workspace, :member, :who, :action, :kind, :subject, :name)")
        .bind("id", Database.next(handle, "audit"))
        .bind("at", clock.millis())
        .bind("workspace", subject.workspace())
        .bind("member", by.member())
        .bind("who", by.name())
        .bind("action", action)
        .bind("kind", subject.kind())
        .bind("subject", subject.id())
        .bind("name", subject.name())
        .execute();
  }

  /// The latest entries of a workspace, newest first.
  ///
  /// @param before only entries with a smaller id; [Integer#MAX_VALUE] for the first page
  public List<Entry> list(int workspace, int before, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM audit WHERE workspace = :workspace AND id < :before"
                        + " ORDER BY id DESC LIMIT :limit")
                .bind("workspace", workspace)
                .bind("before", before)
                .bind("limit", limit)
                .map(
                    (row, _) -> {
                      int member = row.getInt("member");
                      boolean anonymous = row.wasNull();
                      int subject = row.getInt("subject");
                      return new Entry(
                          row.getInt("id"),
                          Database.instant(row, "at"),
                          anonymous ? null : member,
                          row.getString("who"),
                          row.getString("action"),
                          row.getString("kind"),
                          row.getObject("subject") == null ? null : subject,
                          row.getString("name"));
                    })
                .list());
  }
}
