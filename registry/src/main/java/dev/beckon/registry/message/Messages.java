package dev.beckon.registry.message;

import dev.beckon.core.value.Value;
import dev.beckon.registry.By;
import dev.beckon.registry.document.Authoring;
import dev.beckon.registry.document.Document;
import dev.beckon.registry.document.Documents;
import dev.beckon.registry.document.Kind;
import java.util.List;
import java.util.Optional;

/// The authored messages; pointers of faults lead into the definition (`/html`).
public final class Messages {
  private final Documents documents;
  private final Authoring authoring;

  public Messages(Documents documents, Authoring authoring) {
    this.documents = documents;
    this.authoring = authoring;
  }

  /// All messages of a workspace, by name.
  public List<Document> list(int workspace) {
    return documents.list(workspace, Kind.MESSAGE);
  }

  public Document get(int workspace, int id) {
    return documents.get(workspace, Kind.MESSAGE, id);
  }

  public Optional<Document> named(int workspace, String name) {
    return documents.named(workspace, Kind.MESSAGE, name);
  }

  /// The campaigns that send a message.
  public List<Document.Use> uses(int workspace, int id) {
    return documents.uses(workspace, Kind.MESSAGE, get(workspace, id).name());
  }

  public List<Document.Revision> history(int workspace, int id) {
    return documents.history(workspace, Kind.MESSAGE, id);
  }

  public Document create(int workspace, Value.Fields definition, By by) {
    return authoring.create(workspace, Kind.MESSAGE, definition, by);
  }

  /// @param version the version that the change was made from
  public Document update(int workspace, int id, int version, Value.Fields definition, By by) {
    return authoring.update(workspace, Kind.MESSAGE, id, version, definition, by);
  }

  public void delete(int workspace, int id, By by) {
    authoring.delete(workspace, Kind.MESSAGE, id, by);
  }
}
