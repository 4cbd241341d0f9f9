package dev.beckon.api.app;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Response;
import dev.beckon.api.http.Route;
import dev.beckon.api.json.RecordWriter;
import dev.beckon.core.person.Person;
import dev.beckon.engine.query.Members;
import dev.beckon.engine.query.Page;
import dev.beckon.engine.query.Queries;
import java.util.List;
import java.util.Objects;

/// Segments and who is in them (spec: app-api.md, 3.8).
final class SegmentEndpoint {
  private static final String TAG = "App: segments";

  private final AppGate gate;
  private final Segments segments;
  private final Members members;

  SegmentEndpoint(AppGate gate, Segments segments, Queries queries) {
    this.gate = gate;
    this.segments = segments;
    this.members = new Members(queries);
  }

  record All(List<AppSegment> segments) {}

  record One(AppSegment segment) {}

  record Count(int segmentId, long count) {}

  /// @param ids of those members who have an id
  record Membership(List<AppNames> identifiers, List<String> ids, String next) {}

  record UsedBy(int segmentId, Uses usedBy) {}

  record Uses(
      List<Integer> campaigns, List<Integer> sentNewsletters, List<Integer> draftNewsletters) {}

  List<Route> routes() {
    return List.of(
        new Route(
            Method.GET,
            "/v1/segments",
            About.of(TAG, "List segments", "All segments, with how far they are built.")
                .gives(All.class),
            this::list),
        new Route(
            Method.GET,
            "/v1/segments/{id}",
            About.of(TAG, "Get a segment", "One segment, with how far it is built.")
                .gives(One.class),
            this::one),
        new Route(
            Method.GET,
            "/v1/segments/{id}/customer_count",
            About.of(TAG, "Count members", "How many people are in the segment.")
                .gives(Count.class),
            this::count),
        new Route(
            Method.GET,
            "/v1/segments/{id}/membership",
            About.of(TAG, "List members", "Who is in the segment, in the order of cio_id.")
                .asks("start", "next of the page before")
                .asks("limit", "1 to 1000, 50 if absent")
                .gives(Membership.class),
            this::membership),
        new Route(
            Method.GET,
            "/v1/segments/{id}/used_by",
            About.of(TAG, "List uses", "The campaigns that refer to the segment.")
                .gives(UsedBy.class),
            this::usedBy));
  }

  private Response list(Request request) {
    int workspace = gate.workspaceOf(request);
    return Response.json(200, RecordWriter.bytes(new All(segments.all(workspace))));
  }

  private Response one(Request request) {
    int workspace = gate.workspaceOf(request);
    return Response.json(200, RecordWriter.bytes(new One(segments.inPath(workspace, request))));
  }

  private Response count(Request request) {
    int workspace = gate.workspaceOf(request);
    int segment = segments.idInPath(workspace, request);
    return Response.json(
        200, RecordWriter.bytes(new Count(segment, members.count(workspace, segment))));
  }

  private Response membership(Request request) {
    int workspace = gate.workspaceOf(request);
    int segment = segments.idInPath(workspace, request);
    Page<Person> page =
        Asked.of(request, Asked.LIMIT, Asked.LIMIT_MAX)
            .read((start, limit) -> members.page(workspace, segment, start, limit));
    List<AppNames> names = page.items().stream().map(AppNames::of).toList();
    List<String> ids = names.stream().map(AppNames::id).filter(Objects::nonNull).toList();
    return Response.json(200, RecordWriter.bytes(new Membership(names, ids, Asked.next(page))));
  }

  private Response usedBy(Request request) {
    int workspace = gate.workspaceOf(request);
    int segment = segments.idInPath(workspace, request);
    Uses uses = new Uses(segments.campaignsUsing(workspace, segment), List.of(), List.of());
    return Response.json(200, RecordWriter.bytes(new UsedBy(segment, uses)));
  }
}
