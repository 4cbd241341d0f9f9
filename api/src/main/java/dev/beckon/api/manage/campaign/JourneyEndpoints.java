package dev.beckon.api.manage.campaign;

import static dev.beckon.api.manage.Endpoints.WORKSPACE;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.manage.Access;
import dev.beckon.api.manage.Call;
import dev.beckon.api.manage.Deadline;
import dev.beckon.api.manage.Endpoints;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Person;
import dev.beckon.engine.query.JourneyFilter;
import dev.beckon.engine.query.JourneyView;
import dev.beckon.engine.query.Journeys;
import dev.beckon.engine.query.Page;
import dev.beckon.engine.query.People;
import dev.beckon.registry.Registry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who goes through which campaign, and what each journey did.
public final class JourneyEndpoints {
  private static final String TAG = "Journeys";
  private static final Duration SEARCH_TIME = Duration.ofSeconds(2);

  private final Registry registry;
  private final Journeys journeys;
  private final People people;
  private final JourneyViews views;
  private final TraceViews traces;

  public JourneyEndpoints(
      Registry registry, Journeys journeys, People people, JourneyViews views, TraceViews traces) {
    this.registry = registry;
    this.journeys = journeys;
    this.people = people;
    this.views = views;
    this.traces = traces;
  }

  public void on(Endpoints endpoints) {
    endpoints
        .get(
            WORKSPACE + "/campaigns/{id}/journeys",
            Access.VIEWER,
            about("Journeys of a campaign").asks("step", "id of the step they stand on"),
            JourneyJson.JourneysJson.class,
            call -> ofCampaign(call, campaign(call.workspace(), call.id("id"))))
        .get(
            WORKSPACE + "/journeys",
            Access.VIEWER,
            about("Journeys of all campaigns").asks("campaign", "id of the campaign"),
            JourneyJson.JourneysJson.class,
            this::acrossCampaigns)
        .get(
            WORKSPACE + "/people/{cio_id}/journeys",
            Access.VIEWER,
            about("Journeys of a person"),
            JourneyJson.JourneysJson.class,
            this::ofPerson)
        .get(
            WORKSPACE + "/journeys/{id}",
            Access.VIEWER,
            About.of(TAG, "One journey with its trace", "Everything it did, oldest first.")
                .example("{}"),
            JourneyJson.JourneyTraceJson.class,
            this::one);
  }

  private static About about(String summary) {
    return About.of(TAG, summary, "Newest first.")
        .asks("state", "active, finished or exited")
        .asks("q", "start of the person's id, e-mail or name")
        .asks("cursor", "`next` of the page before")
        .asks("limit", "1 to 200, 50 if absent")
        .example("{\"items\": [], \"next\": null}");
  }

  private JourneyJson.JourneysJson ofCampaign(Call call, int campaign) {
    if (!call.words().isEmpty()) {
      return found(call, campaign);
    }
    return json(
        journeys.ofCampaign(call.workspace(), campaign, filter(call), call.cursor(), call.limit()));
  }

  private JourneyJson.JourneysJson acrossCampaigns(Call call) {
    String campaign = call.request().query("campaign");
    if (campaign != null && !campaign.isEmpty()) {
      return ofCampaign(call, call.number("campaign", 0, 1, Integer.MAX_VALUE));
    }
    if (!call.words().isEmpty()) {
      return found(call, 0);
    }
    List<JourneyView> all = new ArrayList<>();
    registry
        .campaigns()
        .list(call.workspace())
        .forEach(
            each ->
                all.addAll(
                    journeys
                        .ofCampaign(call.workspace(), each.id(), filter(call), null, call.limit())
                        .items()));
    all.sort(Comparator.comparingLong((JourneyView view) -> view.journey().startedAt()).reversed());
    return new JourneyJson.JourneysJson(
        all.stream().limit(call.limit()).map(views::json).toList(), null);
  }

  private JourneyJson.JourneysJson ofPerson(Call call) {
    return json(
        journeys.ofPerson(
            person(call.workspace(), call.request().segment("cio_id")),
            filter(call),
            call.cursor(),
            call.limit()));
  }

  /// Journeys of the people whom the words find.
  private JourneyJson.JourneysJson found(Call call, int campaign) {
    List<JourneyJson> found = new ArrayList<>();
    for (Person person :
        people
            .search(call.workspace(), call.words(), call.limit(), Deadline.in(SEARCH_TIME))
            .items()) {
      for (JourneyView view :
          journeys.ofPerson(person.key(), filter(call), null, call.limit()).items()) {
        if (campaign == 0 || view.journey().campaign() == campaign) {
          found.add(views.json(view));
        }
      }
    }
    return new JourneyJson.JourneysJson(found, null);
  }

  private JourneyJson.JourneysJson json(Page<JourneyView> page) {
    return new JourneyJson.JourneysJson(
        page.items().stream().map(views::json).toList(), page.next());
  }

  private JourneyJson.JourneyTraceJson one(Call call) {
    String text = call.request().segment("id");
    Optional<JourneyView> view =
        JourneyIds.parse(call.workspace(), text)
            .flatMap(id -> journeys.one(id.person(), id.number()));
    return traces.json(
        view.orElseThrow(
            () -> Refusal.notFound("Expected the id of a journey, but got " + text + ".")));
  }

  private int campaign(int workspace, int id) {
    return registry.campaigns().get(workspace, id).id();
  }

  private static PersonKey person(int workspace, String cioId) {
    try {
      return PersonKey.parse(workspace, cioId);
    } catch (IllegalArgumentException _) {
      throw Refusal.notFound("Expected a cio_id of 16 hex digits, but got " + cioId + ".");
    }
  }

  private static JourneyFilter filter(Call call) {
    String step = call.request().query("step");
    return new JourneyFilter(
        state(call.request().query("state")), step == null || step.isEmpty() ? null : step);
  }

  private static JourneyFilter.@Nullable State state(@Nullable String word) {
    return switch (word) {
      case null -> null;
      case "" -> null;
      case "active" -> JourneyFilter.State.UNDER_WAY;
      case "halted" -> JourneyFilter.State.HALTED;
      case "finished" -> JourneyFilter.State.FINISHED;
      case "exited" -> JourneyFilter.State.EXITED;
      default ->
          throw Refusal.invalid(
              "Expected state active, halted, finished or exited, but got " + word + ".");
    };
  }
}
