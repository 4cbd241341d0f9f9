package dev.beckon.api.app;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Response;
import dev.beckon.api.http.Route;
import dev.beckon.api.json.RecordWriter;
import dev.beckon.core.value.Value;
import dev.beckon.registry.Registry;
import dev.beckon.registry.campaign.Campaign;
import dev.beckon.registry.document.Document;
import dev.beckon.registry.document.Kind;
import dev.beckon.registry.document.References;
import java.util.Comparator;
import java.util.List;

/// Campaigns and their messages (spec: app-api.md, 3.3).
final class CampaignEndpoint {
  private static final String TAG = "App: campaigns";

  private final AppGate gate;
  private final Registry registry;
  private final Messages messages;

  CampaignEndpoint(AppGate gate, Registry registry, Messages messages) {
    this.gate = gate;
    this.registry = registry;
    this.messages = messages;
  }

  record All(List<AppCampaign> campaigns) {}

  record One(AppCampaign campaign) {}

  List<Route> routes() {
    return List.of(
        new Route(
            Method.GET,
            "/v1/campaigns",
            About.of(TAG, "List campaigns", "All campaigns.").gives(All.class),
            this::list),
        new Route(
            Method.GET,
            "/v1/campaigns/{id}",
            About.of(TAG, "Get a campaign", "One campaign.").gives(One.class),
            this::one),
        new Route(
            Method.GET,
            "/v1/campaigns/{id}/messages",
            MessageEndpoint.asksPage(
                    About.of(TAG, "Get messages", "A campaign's messages, newest first."))
                .gives(Messages.Listed.class),
            this::messages));
  }

  private Response list(Request request) {
    int workspace = gate.workspaceOf(request);
    List<AppCampaign> all =
        registry.campaigns().list(workspace).stream()
            .sorted(Comparator.comparingInt(Campaign::id))
            .map(this::show)
            .toList();
    return Response.json(200, RecordWriter.bytes(new All(all)));
  }

  private Response one(Request request) {
    Campaign campaign = inPath(gate.workspaceOf(request), request);
    return Response.json(200, RecordWriter.bytes(new One(show(campaign))));
  }

  private Response messages(Request request) {
    int workspace = gate.workspaceOf(request);
    int campaign = inPath(workspace, request).id();
    return Response.json(
        200, RecordWriter.bytes(messages.ofCampaign(workspace, campaign, request)));
  }

  private Campaign inPath(int workspace, Request request) {
    String id = request.segment("id");
    return PathId.parse(id)
        .flatMap(number -> registry.campaigns().find(workspace, number))
        .orElseThrow(
            () -> Refusal.notFound("Expected the id of a campaign, but there is no " + id + "."));
  }

  private AppCampaign show(Campaign campaign) {
    Document document = campaign.document();
    Value event =
        document.definition().get("trigger") instanceof Value.Fields trigger
            ? trigger.get("event")
            : null;
    return AppCampaign.of(
        campaign,
        new AppCampaign.Start(
            event == null ? AppCampaign.Type.SEGMENT : AppCampaign.Type.EVENT,
            segments(document, "trigger"),
            segments(document, "filter"),
            event == null ? null : event.asText()));
  }

  /// The ids of the segments that a campaign refers to in a role.
  private List<Integer> segments(Document document, String role) {
    return References.of(Kind.CAMPAIGN, document.definition()).stream()
        .filter(reference -> reference.kind() == Kind.SEGMENT && reference.role().equals(role))
        .flatMap(
            reference -> registry.segments().named(document.workspace(), reference.name()).stream())
        .map(Document::id)
        .distinct()
        .toList();
  }
}
