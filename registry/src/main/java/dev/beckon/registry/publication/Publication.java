package dev.beckon.registry.publication;

import dev.beckon.core.catalog.Catalog;
import dev.beckon.core.catalog.DefinitionException;
import dev.beckon.core.catalog.Epochs;
import dev.beckon.core.value.Value;
import dev.beckon.registry.Rejection;
import dev.beckon.registry.campaign.Runs;
import dev.beckon.registry.document.Documents;
import dev.beckon.registry.message.MessageContents;
import dev.beckon.registry.store.Database;
import dev.beckon.registry.syntax.Json;
import dev.beckon.registry.syntax.JsonText;
import dev.beckon.registry.workspace.Workspace;
import dev.beckon.registry.workspace.Workspaces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings what is authored into the engine, and survives a crash at any moment of it.
///
/// The document is composed and committed together with the change that made it necessary; then it
/// goes to the engine, and only when the engine has it for good is it marked as acknowledged. What
/// is not acknowledged is sent again: on the next change, on [#retry()], and on the next start.
public final class Publication {
  private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

  private final Database database;
  private final Workspaces workspaces;
  private final Composer composer;
  private final InstantSource clock;
  private final ReentrantLock sending = new ReentrantLock();
  private final Runnable send = this::retry;
  private volatile @Nullable Publisher publisher;

  public Publication(
      Database database,
      Workspaces workspaces,
      Documents documents,
      Runs runs,
      MessageContents contents,
      InstantSource clock) {
    this.database = database;
    this.workspaces = workspaces;
    this.composer = new Composer(documents, runs, contents);
    this.clock = clock;
    database.beforeCommit(
        (handle, touched) -> touched.forEach(workspace -> compose(handle, workspace)));
  }

  /// What was published.
  public record Published(int workspace, long version, Value.Fields document) {}

  /// Says where to publish to, and publishes what is waiting.
  public void connect(Publisher to) {
    publisher = to;
    retry();
  }

  /// The latest version of a workspace, whether the engine has it or not yet.
  public Optional<Published> latest(int workspace) {
    return database.read(handle -> latest(handle, workspace));
  }

  /// Whether something is waiting for the engine.
  public boolean isPending() {
    return !pending().isEmpty();
  }

  /// Publishes what is waiting, oldest first; what fails is kept for the next time.
  public void retry() {
    Publisher to = publisher;
    if (to == null) {
      return;
    }
    sending.lock();
    try {
      Set<Integer> failed = new HashSet<>();
      for (Published next : pending()) {
        if (!failed.contains(next.workspace()) && !send(to, next)) {
          failed.add(next.workspace());
        }
      }
    } finally {
      sending.unlock();
    }
  }

  private boolean send(Publisher to, Published next) {
    try {
      to.publish(next.workspace(), next.version(), next.document());
    } catch (RuntimeException e) {
      LOG.warn(
          "Version {} of workspace {} could not be published; it will be tried again.",
          next.version(),
          next.workspace(),
          e);
      return false;
    }
    database.write(
        handle -> {
          handle.execute(
              "UPDATE publications SET acknowledged_at = ? WHERE workspace = ? AND version = ?",
              clock.millis(),
              next.workspace(),
              next.version());
          return handle.execute(
              "DELETE FROM publications WHERE workspace = ? AND version < ?"
                  + " AND acknowledged_at IS NOT NULL",
              next.workspace(),
              next.version());
        });
    return true;
  }

  private List<Published> pending() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT workspace, version, body FROM publications"
                        + " WHERE acknowledged_at IS NULL ORDER BY version, workspace")
                .map((row, _) -> published(row))
                .list());
  }

  private static Optional<Published> latest(Handle handle, int workspace) {
    return handle
        .createQuery(
            "SELECT workspace, version, body FROM publications WHERE workspace = :workspace"
                + " ORDER BY version DESC LIMIT 1")
        .bind("workspace", workspace)
        .map((row, _) -> published(row))
        .findOne();
  }

  private void compose(Handle handle, int id) {
    Optional<Workspace> workspace = workspaces.find(id);
    if (workspace.isEmpty()) {
      return;
    }
    Optional<Published> before = latest(handle, id);
    long version = before.map(Published::version).orElse(0L) + 1;
    Value.Fields document = composer.compose(workspace.get(), version);
    if (before.isPresent() && before.get().document().equals(document)) {
      return;
    }
    refuseWrong(id, version, document);
    handle
        .createUpdate(
            "INSERT INTO publications (workspace, version, body, composed_at)"
                + " VALUES (:workspace, :version, :body, :at)")
        .bind("workspace", id)
        .bind("version", version)
        .bind("body", JsonText.of(document))
        .bind("at", clock.millis())
        .execute();
    database.afterCommit(send);
  }

  /// The last gate: nothing reaches the engine that it could not compile.
  private static void refuseWrong(int workspace, long version, Value.Fields document) {
    try {
      var _ = Catalog.compile(workspace, version, document, Epochs.NONE);
    } catch (DefinitionException e) {
      throw Rejection.invalid(
          e.problems().stream().map(p -> new Rejection.Fault(p.pointer(), p.detail())).toList());
    }
  }

  private static Published published(ResultSet row) throws SQLException {
    return new Published(
        row.getInt("workspace"), row.getLong("version"), Json.stored(row.getString("body")));
  }
}
