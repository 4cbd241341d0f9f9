package dev.beckon.registry.message;

import dev.beckon.core.value.Value;
import dev.beckon.registry.By;
import dev.beckon.registry.document.Authoring;
import dev.beckon.registry.document.Document;
import dev.beckon.registry.document.Documents;
import dev.beckon.registry.document.Kind;
import java.util.List;
import java.util.Optional;

/// The authored layouts: `{name, html}` with `{{ content }}` where the message goes.
public final class Layouts {
  private final Documents documents;
  private final Authoring authoring;

  public Layouts(Documents documents, Authoring authoring) {
    this.documents = documents;
    this.authoring = authoring;
  }

  /// All layouts of a workspace, by name.
  public List<Document> list(int workspace) {
    return documents.list(workspace, Kind.LAYOUT);
  }

  public Document get(int workspace, int id) {
    return documents.get(workspace, Kind.LAYOUT, id);
  }

  public Optional<Document> named(int workspace, String name) {
    return documents.named(workspace, Kind.LAYOUT, name);
  }

  /// The messages that wear a layout.
  public List<Document.Use> uses(int workspace, int id) {
    return documents.uses(workspace, Kind.LAYOUT, get(workspace, id).name());
  }

  public List<Document.Revision> history(int workspace, int id) {
    return documents.history(workspace, Kind.LAYOUT, id);
  }

  public Document create(int workspace, Value.Fields definition, By by) {
    return authoring.create(workspace, Kind.LAYOUT, definition, by);
  }

  /// @param version the version that the change was made from
  public Document update(int workspace, int id, int version, Value.Fields definition, By by) {
    return authoring.update(workspace, Kind.LAYOUT, id, version, definition, by);
  }

  public void delete(int workspace, int id, By by) {
    authoring.delete(workspace, Kind.LAYOUT, id, by);
  }
}
