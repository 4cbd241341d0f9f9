package dev.beckon.api.app;

import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.core.person.Person;
import dev.beckon.engine.query.Queries;
import dev.beckon.engine.query.Sweeps;
import dev.beckon.registry.Registry;
import dev.beckon.registry.document.Document;
import dev.beckon.registry.document.Kind;
import dev.beckon.registry.publication.Publication;
import java.util.Comparator;
import java.util.List;

/// The segments of a workspace as the App API shows them.
final class Segments {
  private final Registry registry;
  private final Sweeps sweeps;

  Segments(Registry registry, Queries queries) {
    this.registry = registry;
    this.sweeps = new Sweeps(queries);
  }

  /// All, by id.
  List<AppSegment> all(int workspace) {
    return show(workspace, registry.segments().list(workspace));
  }

  /// Those that a person is in, by id.
  List<AppSegment> of(int workspace, Person person) {
    List<Document> members =
        registry.segments().list(workspace).stream()
            .filter(segment -> person.standing().isMember(segment.id()))
            .toList();
    return show(workspace, members);
  }

  AppSegment inPath(int workspace, Request request) {
    return show(workspace, List.of(document(workspace, request))).getFirst();
  }

  /// @throws Refusal if there is no such segment
  int idInPath(int workspace, Request request) {
    return document(workspace, request).id();
  }

  /// The ids of the campaigns that refer to a segment.
  List<Integer> campaignsUsing(int workspace, int segment) {
    return registry.segments().uses(workspace, segment).stream()
        .filter(use -> use.kind() == Kind.CAMPAIGN)
        .map(Document.Use::id)
        .distinct()
        .sorted()
        .toList();
  }

  private Document document(int workspace, Request request) {
    String id = request.segment("id");
    return PathId.parse(id)
        .flatMap(number -> registry.segments().find(workspace, number))
        .orElseThrow(
            () -> Refusal.notFound("Expected the id of a segment, but there is no " + id + "."));
  }

  private List<AppSegment> show(int workspace, List<Document> documents) {
    long published =
        registry.publication().latest(workspace).map(Publication.Published::version).orElse(0L);
    Sweeps.Progress sweep = sweeps.progress(workspace);
    return documents.stream()
        .sorted(Comparator.comparingInt(Document::id))
        .map(document -> AppSegment.of(document, published, sweep))
        .toList();
  }
}
