package dev.beckon.api.app;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Response;
import dev.beckon.api.http.Route;
import dev.beckon.api.json.RecordWriter;
import java.util.List;

/// Messages and what became of them (spec: app-api.md, 3.6).
final class MessageEndpoint {
  private static final String TAG = "App: messages";

  private final AppGate gate;
  private final Messages messages;

  MessageEndpoint(AppGate gate, Messages messages) {
    this.gate = gate;
    this.messages = messages;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            Method.GET,
            "/v1/messages",
            asksPage(
                    About.of(TAG, "List messages", "Everybody's messages, newest first.")
                        .asks("campaign_id", "only of this campaign")
                        .asks("action_id", "only of this step"))
                .gives(Messages.Listed.class),
            this::list),
        new Route(
            Method.GET,
            "/v1/messages/{id}",
            About.of(TAG, "Get a message", "One message and what became of it.")
                .gives(Messages.One.class),
            this::one));
  }

  static About asksPage(About about) {
    return about
        .asks("type", "only of this channel, such as email")
        .asks("metric", "only those to which this has happened, such as opened")
        .asks("start_ts", "only those made at or after this time (Unix seconds)")
        .asks("end_ts", "only those made at or before this time (Unix seconds)")
        .asks("start", "next of the page before")
        .asks("limit", "1 to 1000, 50 if absent");
  }

  private Response list(Request request) {
    int workspace = gate.workspaceOf(request);
    return Response.json(200, RecordWriter.bytes(messages.ofWorkspace(workspace, request)));
  }

  private Response one(Request request) {
    int workspace = gate.workspaceOf(request);
    return Response.json(200, RecordWriter.bytes(messages.inPath(workspace, request)));
  }
}
