package dev.beckon.api.app;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Response;
import dev.beckon.api.http.Route;
import dev.beckon.api.json.RecordWriter;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Person;
import java.util.List;

/// What is known of one person (spec: app-api.md, 3.7).
final class CustomerEndpoint {
  private static final String TAG = "App: people";
  private static final String ID_TYPE = "what the id in the path is: id, email or cio_id";

  private final AppGate gate;
  private final Lookup lookup;
  private final Messages messages;
  private final ActivityFeed activities;
  private final Segments segments;

  CustomerEndpoint(
      AppGate gate, Lookup lookup, Messages messages, ActivityFeed activities, Segments segments) {
    this.gate = gate;
    this.lookup = lookup;
    this.messages = messages;
    this.activities = activities;
    this.segments = segments;
  }

  record Found(List<AppNames> results) {}

  record Described(AppPerson customer) {}

  List<Route> routes() {
    return List.of(
        new Route(
            Method.GET,
            "/v1/customers",
            About.of(TAG, "Find people by e-mail", "Whoever has the address; nobody is no error.")
                .asks("email", "the address, compared without case")
                .gives(Found.class),
            this::find),
        new Route(
            Method.GET,
            "/v1/customers/{id}/attributes",
            about("Get attributes", "A person's attributes, as text whatever was stored.")
                .gives(Described.class),
            this::attributes),
        new Route(
            Method.GET,
            "/v1/customers/{id}/segments",
            about("Get segments", "The segments that a person is in.")
                .gives(SegmentEndpoint.All.class),
            this::segments),
        new Route(
            Method.GET,
            "/v1/customers/{id}/messages",
            MessageEndpoint.asksPage(
                    about("Get messages", "A person's messages, newest first, and their fate."))
                .gives(Messages.Listed.class),
            this::messages),
        new Route(
            Method.GET,
            "/v1/customers/{id}/activities",
            ActivityEndpoint.asksPage(
                    about("Get activities", "What happened to a person, newest first."))
                .gives(ActivityFeed.Listed.class),
            this::activities));
  }

  private static About about(String summary, String description) {
    return About.of(TAG, summary, description).asks("id_type", ID_TYPE);
  }

  private Response find(Request request) {
    int workspace = gate.workspaceOf(request);
    String email = request.query("email");
    if (email == null || email.isBlank()) {
      throw Refusal.invalid("Expected an e-mail address in ?email=, but it is missing.");
    }
    List<AppNames> results =
        lookup.find(workspace, email.strip(), "email").map(AppNames::of).stream().toList();
    return Response.json(200, RecordWriter.bytes(new Found(results)));
  }

  private Response attributes(Request request) {
    Person person = lookup.inPath(gate.workspaceOf(request), request);
    return Response.json(200, RecordWriter.bytes(new Described(AppPerson.of(person))));
  }

  private Response segments(Request request) {
    int workspace = gate.workspaceOf(request);
    Person person = lookup.inPath(workspace, request);
    return Response.json(
        200, RecordWriter.bytes(new SegmentEndpoint.All(segments.of(workspace, person))));
  }

  private Response messages(Request request) {
    PersonKey person = lookup.inPath(gate.workspaceOf(request), request).key();
    return Response.json(200, RecordWriter.bytes(messages.ofPerson(person, request)));
  }

  private Response activities(Request request) {
    Person person = lookup.inPath(gate.workspaceOf(request), request);
    return Response.json(200, RecordWriter.bytes(activities.ofPerson(person, request)));
  }
}
