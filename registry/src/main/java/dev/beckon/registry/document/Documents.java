package dev.beckon.registry.document;

import dev.beckon.core.value.Value;
import dev.beckon.registry.By;
import dev.beckon.registry.Rejection;
import dev.beckon.registry.audit.Audit;
import dev.beckon.registry.store.Database;
import dev.beckon.registry.syntax.Json;
import dev.beckon.registry.syntax.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/// The shelf of all documents with every version of each; knows nothing of what they mean.
public final class Documents {
  private final Database database;
  private final Audit audit;
  private final InstantSource clock;

  public Documents(Database database, Audit audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /// All of one kind, by name.
  public List<Document> list(int workspace, Kind kind) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM documents WHERE workspace = :workspace AND kind = :kind"
                        + " ORDER BY name")
                .bind("workspace", workspace)
                .bind("kind", kind.word())
                .map((row, _) -> document(row))
                .list());
  }

  public Optional<Document> find(int workspace, Kind kind, int id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM documents"
                        + " WHERE workspace = :workspace AND kind = :kind AND id = :id")
                .bind("workspace", workspace)
                .bind("kind", kind.word())
                .bind("id", id)
                .map((row, _) -> document(row))
                .findOne());
  }

  public Document get(int workspace, Kind kind, int id) {
    return find(workspace, kind, id).orElseThrow(() -> Rejection.notFound(kind.title() + " " + id));
  }

  public Optional<Document> named(int workspace, Kind kind, String name) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM documents"
                        + " WHERE workspace = :workspace AND kind = :kind AND name = :name")
                .bind("workspace", workspace)
                .bind("kind", kind.word())
                .bind("name", name)
                .map((row, _) -> document(row))
                .findOne());
  }

  /// The id of the document with this name, without reading the document.
  public OptionalInt idOf(int workspace, Kind kind, String name) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM documents"
                        + " WHERE workspace = :workspace AND kind = :kind AND name = :name")
                .bind("workspace", workspace)
                .bind("kind", kind.word())
                .bind("name", name)
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty()));
  }

  public int count(int workspace, Kind kind) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT count(*) FROM documents WHERE workspace = :workspace AND kind = :kind")
                .bind("workspace", workspace)
                .bind("kind", kind.word())
                .mapTo(Integer.class)
                .one());
  }

  /// Every version of a document, newest first.
  public List<Document.Revision> history(int workspace, Kind kind, int id) {
    get(workspace, kind, id);
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM document_versions WHERE kind = :kind AND id = :id"
                        + " ORDER BY version DESC")
                .bind("kind", kind.word())
                .bind("id", id)
                .map(
                    (row, _) ->
                        new Document.Revision(
                            row.getInt("version"),
                            Json.stored(row.getString("body")),
                            Database.instant(row, "at"),
                            row.getString("by_name")))
                .list());
  }

  /// Who refers to a name.
  public List<Document.Use> uses(int workspace, Kind kind, String name) {
    List<Document.Use> uses = new ArrayList<>();
    for (Kind user : Kind.values()) {
      for (Document document : list(workspace, user)) {
        References.of(user, document.definition()).stream()
            .filter(reference -> reference.kind() == kind && reference.name().equals(name))
            .map(References.Reference::role)
            .distinct()
            .map(role -> new Document.Use(user, document.id(), document.name(), role))
            .forEach(uses::add);
      }
    }
    return uses;
  }

  Document insert(int workspace, Kind kind, Value.Fields definition, By by) {
    return database.write(
        handle -> {
          String name = name(definition);
          int id = Database.next(handle, kind.word());
          handle
              .createUpdate(
                  "INSERT INTO documents"
                      + " (kind, id, workspace, name, version, body, created_at, updated_at)"
                      + " VALUES (:kind, :id, :workspace, :name, 1, :body, :at, :at)")
              .bind("kind", kind.word())
              .bind("id", id)
              .bind("workspace", workspace)
              .bind("name", name)
              .bind("body", JsonText.of(definition))
              .bind("at", clock.millis())
              .execute();
          return changed(handle, get(workspace, kind, id), "create", by);
        });
  }

  Document replace(Document before, Value.Fields definition, String action, By by) {
    return database.write(
        handle -> {
          handle
              .createUpdate(
                  "UPDATE documents SET name = :name, body = :body, version = version + 1,"
                      + " updated_at = :at WHERE kind = :kind AND id = :id")
              .bind("name", name(definition))
              .bind("body", JsonText.of(definition))
              .bind("at", clock.millis())
              .bind("kind", before.kind().word())
              .bind("id", before.id())
              .execute();
          Document after = get(before.workspace(), before.kind(), before.id());
          return changed(handle, after, action, by);
        });
  }

  void remove(Document document, By by) {
    database.write(
        handle -> {
          handle.execute(
              "DELETE FROM documents WHERE kind = ? AND id = ?",
              document.kind().word(),
              document.id());
          database.touch(document.workspace());
          note(handle, document, "delete", by);
          return document;
        });
  }

  private Document changed(Handle handle, Document document, String action, By by) {
    handle
        .createUpdate(
            "INSERT INTO document_versions (kind, id, version, body, at, by_name)"
                + " VALUES (:kind, :id, :version, :body, :at, :by)")
        .bind("kind", document.kind().word())
        .bind("id", document.id())
        .bind("version", document.version())
        .bind("body", JsonText.of(document.definition()))
        .bind("at", clock.millis())
        .bind("by", by.name())
        .execute();
    database.touch(document.workspace());
    note(handle, document, action, by);
    return document;
  }

  /// Notes in the log what was done with a document.
  public void note(Handle handle, Document document, String action, By by) {
    audit.note(
        handle,
        by,
        action,
        new Audit.Subject(
            document.workspace(), document.kind().word(), document.id(), document.name()));
  }

  static String name(Value.Fields definition) {
    Value name = definition.get("name");
    if (name == null) {
      throw new IllegalArgumentException("Expected a document with a name, but it has none.");
    }
    return name.asText();
  }

  private static Document document(ResultSet row) throws SQLException {
    return new Document(
        Kind.of(row.getString("kind")),
        row.getInt("id"),
        row.getInt("workspace"),
        row.getString("name"),
        row.getInt("version"),
        Json.stored(row.getString("body")),
        Database.instant(row, "created_at"),
        Database.instant(row, "updated_at"));
  }
}
