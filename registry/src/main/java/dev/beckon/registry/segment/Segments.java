package dev.beckon.registry.segment;

import dev.beckon.core.value.Value;
import dev.beckon.registry.By;
import dev.beckon.registry.document.Authoring;
import dev.beckon.registry.document.Document;
import dev.beckon.registry.document.Documents;
import dev.beckon.registry.document.Kind;
import java.util.List;
import java.util.Optional;

/// The authored segments; pointers of faults lead into the definition (`/when/all/0`).
public final class Segments {
  private final Documents documents;
  private final Authoring authoring;

  public Segments(Documents documents, Authoring authoring) {
    this.documents = documents;
    this.authoring = authoring;
  }

  /// All segments of a workspace, by name.
  public List<Document> list(int workspace) {
    return documents.list(workspace, Kind.SEGMENT);
  }

  public Document get(int workspace, int id) {
    return documents.get(workspace, Kind.SEGMENT, id);
  }

  public Optional<Document> find(int workspace, int id) {
    return documents.find(workspace, Kind.SEGMENT, id);
  }

  public Optional<Document> named(int workspace, String name) {
    return documents.named(workspace, Kind.SEGMENT, name);
  }

  /// What refers to a segment: campaigns and other segments.
  public List<Document.Use> uses(int workspace, int id) {
    return documents.uses(workspace, Kind.SEGMENT, get(workspace, id).name());
  }

  public List<Document.Revision> history(int workspace, int id) {
    return documents.history(workspace, Kind.SEGMENT, id);
  }

  public Document create(int workspace, Value.Fields definition, By by) {
    return authoring.create(workspace, Kind.SEGMENT, definition, by);
  }

  /// @param version the version that the change was made from
  public Document update(int workspace, int id, int version, Value.Fields definition, By by) {
    return authoring.update(workspace, Kind.SEGMENT, id, version, definition, by);
  }

  public void delete(int workspace, int id, By by) {
    authoring.delete(workspace, Kind.SEGMENT, id, by);
  }
}
