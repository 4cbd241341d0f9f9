package dev.beckon.api.app;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Response;
import dev.beckon.api.http.Route;
import dev.beckon.api.json.RecordWriter;
import java.util.List;

/// The activity log of a workspace (spec: app-api.md, 3.11).
final class ActivityEndpoint {
  private final AppGate gate;
  private final ActivityFeed activities;

  ActivityEndpoint(AppGate gate, ActivityFeed activities) {
    this.gate = gate;
    this.activities = activities;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            Method.GET,
            "/v1/activities",
            asksPage(
                    About.of(
                            "App: activities",
                            "List activities",
                            "What happened in the workspace, newest first.")
                        .asks("customer_id", "only what happened to this person")
                        .asks("id_type", "what customer_id is: id, email or cio_id"))
                .gives(ActivityFeed.Listed.class),
            this::list));
  }

  static About asksPage(About about) {
    return about
        .asks("type", "only this type, such as event or sent_email")
        .asks("name", "only events or attributes of this name")
        .asks("start", "next of the page before")
        .asks("limit", "1 to 100, 10 if absent");
  }

  private Response list(Request request) {
    int workspace = gate.workspaceOf(request);
    return Response.json(200, RecordWriter.bytes(activities.ofWorkspace(workspace, request)));
  }
}
