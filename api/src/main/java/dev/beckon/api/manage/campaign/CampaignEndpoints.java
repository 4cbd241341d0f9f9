package dev.beckon.api.manage.campaign;

import static dev.beckon.api.manage.Endpoints.WORKSPACE;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.json.Document;
import dev.beckon.api.manage.Access;
import dev.beckon.api.manage.Call;
import dev.beckon.api.manage.Deadline;
import dev.beckon.api.manage.Definitions;
import dev.beckon.api.manage.Endpoints;
import dev.beckon.core.campaign.Trigger;
import dev.beckon.core.segment.Condition;
import dev.beckon.core.value.Value;
import dev.beckon.engine.query.Preview;
import dev.beckon.registry.Registry;
import dev.beckon.registry.campaign.Campaign;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Campaigns: authoring, starting, stopping, and their live figures.
public final class CampaignEndpoints {
  private static final String TAG = "Campaigns";
  private static final Duration LOOK_TIME = Duration.ofSeconds(2);
  private static final String EXAMPLE =
      """
      {"definition": {"name": "Welcome", "trigger": {"event": "signed_up"},
        "steps": [{"id": "hello", "send": {"channel": "email", "message": "Welcome"}}]}}""";

  private final Registry registry;
  private final CampaignViews views;
  private final StepTitles titles;
  private final Preview preview;
  private final InstantSource clock;

  public CampaignEndpoints(
      Registry registry,
      CampaignViews views,
      StepTitles titles,
      Preview preview,
      InstantSource clock) {
    this.registry = registry;
    this.views = views;
    this.titles = titles;
    this.preview = preview;
    this.clock = clock;
  }

  public record CampaignsJson(List<CampaignJson.CampaignRowJson> items) {}

  public record NewCampaignJson(@Document("campaign") Value definition) {}

  /// @param version the one that the change was made from
  public record CampaignChangeJson(int version, @Document("campaign") Value definition) {}

  public record StartJson() {}

  /// @param underWay what becomes of the people under way
  public record StopJson(Campaign.UnderWay underWay) {}

  public void on(Endpoints endpoints) {
    authoring(endpoints);
    running(endpoints);
  }

  private void authoring(Endpoints endpoints) {
    String campaign = WORKSPACE + "/campaigns/{id}";
    endpoints
        .get(
            WORKSPACE + "/campaigns",
            Access.VIEWER,
            About.of(TAG, "All campaigns", "By name, with the figures of 30 days.")
                .example("{\"items\": []}"),
            CampaignsJson.class,
            call ->
                new CampaignsJson(
                    registry.campaigns().list(call.workspace()).stream().map(views::row).toList()))
        .tell(
            Method.POST,
            WORKSPACE + "/campaigns",
            Access.EDITOR,
            About.of(TAG, "Make a campaign", "It is a draft until it is started.")
                .gives(201, CampaignJson.class)
                .example(EXAMPLE),
            NewCampaignJson.class,
            CampaignJson.class,
            this::create)
        .get(
            campaign,
            Access.VIEWER,
            About.of(TAG, "One campaign", "With its definition and what is wrong with it.")
                .example("{}"),
            CampaignJson.class,
            call -> views.full(get(call)))
        .tell(
            Method.PUT,
            campaign,
            Access.EDITOR,
            About.of(
                    TAG,
                    "Change a campaign",
                    "A running one changes at once; people under way follow the new version.")
                .example("{\"version\": 1, " + EXAMPLE.substring(1)),
            CampaignChangeJson.class,
            CampaignJson.class,
            this::change)
        .act(
            Method.DELETE,
            campaign,
            Access.EDITOR,
            About.of(TAG, "Delete a campaign", "Not while it is running (409).").example("{}"),
            call -> registry.campaigns().delete(call.workspace(), call.id("id"), call.by()));
  }

  private void running(Endpoints endpoints) {
    String campaign = WORKSPACE + "/campaigns/{id}";
    endpoints
        .get(
            campaign + "/start",
            Access.VIEWER,
            About.of(TAG, "What would starting do?", "Who would start at once, and problems.")
                .example("{\"people_now\": 0, \"problems\": []}"),
            CampaignJson.StartPreviewJson.class,
            this::look)
        .tell(
            Method.POST,
            campaign + "/start",
            Access.EDITOR,
            About.of(TAG, "Start a campaign", "Problems of severity error prevent it (409).")
                .example("{}"),
            StartJson.class,
            CampaignJson.class,
            (call, _) ->
                views.full(registry.campaigns().start(call.workspace(), call.id("id"), call.by())))
        .tell(
            Method.POST,
            campaign + "/stop",
            Access.EDITOR,
            About.of(TAG, "Stop a campaign", "People under way finish, or leave at once.")
                .example("{\"under_way\": \"finish\"}"),
            StopJson.class,
            CampaignJson.class,
            (call, body) ->
                views.full(
                    registry
                        .campaigns()
                        .stop(call.workspace(), call.id("id"), body.underWay(), call.by())))
        .get(
            campaign + "/numbers",
            Access.VIEWER,
            About.of(TAG, "Live figures", "Of its whole life, by day, and by step.")
                .asks("days", "7, 30 or 90; 30 if absent")
                .example("{}"),
            CampaignJson.CampaignNumbersJson.class,
            call -> views.numbers(get(call), call.number("days", 30, 1, 90)));
  }

  private Campaign get(Call call) {
    return registry.campaigns().get(call.workspace(), call.id("id"));
  }

  private CampaignJson create(Call call, NewCampaignJson body) {
    Value.Fields definition = (Value.Fields) body.definition();
    return views.full(
        Definitions.within(
            () -> registry.campaigns().create(call.workspace(), definition, call.by())));
  }

  private CampaignJson change(Call call, CampaignChangeJson body) {
    Value.Fields definition = (Value.Fields) body.definition();
    return views.full(
        Definitions.within(
            () ->
                registry
                    .campaigns()
                    .update(
                        call.workspace(), call.id("id"), body.version(), definition, call.by())));
  }

  private CampaignJson.StartPreviewJson look(Call call) {
    Campaign campaign = get(call);
    long now =
        titles
            .compile(call.workspace(), campaign.document().definition())
            .map(compiled -> startNow(call.workspace(), compiled))
            .orElse(0L);
    return new CampaignJson.StartPreviewJson(now, views.problems(campaign));
  }

  /// Who is in the trigger segment and passes the filter at this moment.
  private long startNow(int workspace, dev.beckon.core.campaign.Campaign campaign) {
    if (!(campaign.entrance().trigger() instanceof Trigger.BySegment(int segment, boolean current))
        || !current) {
      return 0;
    }
    List<Condition> parts = new ArrayList<>();
    parts.add(new Condition.InSegment(segment, ""));
    Condition filter = campaign.entrance().filter();
    if (filter != null) {
      parts.add(filter);
    }
    return preview
        .count(workspace, new Condition.All(parts), clock.millis(), 0, Deadline.in(LOOK_TIME))
        .matched();
  }
}
