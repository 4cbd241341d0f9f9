package dev.beckon.api.manage.message;

import static dev.beckon.api.manage.Endpoints.WORKSPACE;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.manage.Access;
import dev.beckon.api.manage.Call;
import dev.beckon.api.manage.Deadline;
import dev.beckon.api.manage.Endpoints;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Person;
import dev.beckon.delivery.tracking.DeliveryToken;
import dev.beckon.engine.query.Deliveries;
import dev.beckon.engine.query.DeliveryFilter;
import dev.beckon.engine.query.DeliveryView;
import dev.beckon.engine.query.Page;
import dev.beckon.engine.query.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// All messages to people, and what became of each.
public final class DeliveryEndpoints {
  private static final String TAG = "Deliveries";
  private static final Duration SEARCH_TIME = Duration.ofSeconds(2);

  private final Deliveries deliveries;
  private final People people;
  private final DeliveryToken tokens;
  private final DeliveryViews views;

  public DeliveryEndpoints(
      Deliveries deliveries, People people, DeliveryToken tokens, DeliveryViews views) {
    this.deliveries = deliveries;
    this.people = people;
    this.tokens = tokens;
    this.views = views;
  }

  public void on(Endpoints endpoints) {
    endpoints
        .get(
            WORKSPACE + "/deliveries",
            Access.VIEWER,
            about("All messages").asks("person", "cio_id of the recipient"),
            DeliveryJson.DeliveriesJson.class,
            this::page)
        .get(
            WORKSPACE + "/people/{cio_id}/deliveries",
            Access.VIEWER,
            about("Messages to a person"),
            DeliveryJson.DeliveriesJson.class,
            call -> ofPerson(call, key(call.workspace(), call.request().segment("cio_id"))))
        .get(
            WORKSPACE + "/deliveries/{id}",
            Access.VIEWER,
            About.of(TAG, "One message", "As it was sent, with everything that became of it.")
                .example("{}"),
            DeliveryJson.DeliveryDetailJson.class,
            this::one);
  }

  private static About about(String summary) {
    return About.of(TAG, summary, "Newest first.")
        .asksMany("state", "any of these states")
        .asks("campaign", "id of the campaign")
        .asks("q", "start of the recipient's id, e-mail or name")
        .asks("cursor", "`next` of the page before")
        .asks("limit", "1 to 200, 50 if absent")
        .example("{\"items\": [], \"next\": null}");
  }

  private DeliveryJson.DeliveriesJson page(Call call) {
    String person = call.request().query("person");
    if (person != null && !person.isEmpty()) {
      return ofPerson(call, key(call.workspace(), person));
    }
    if (!call.words().isEmpty()) {
      return found(call);
    }
    return json(
        deliveries.ofWorkspace(call.workspace(), filter(call), call.cursor(), call.limit()));
  }

  private DeliveryJson.DeliveriesJson ofPerson(Call call, PersonKey person) {
    return json(deliveries.ofPerson(person, filter(call), call.cursor(), call.limit()));
  }

  /// Messages to the people whom the words find.
  private DeliveryJson.DeliveriesJson found(Call call) {
    List<DeliveryJson> found = new ArrayList<>();
    for (Person person :
        people
            .search(call.workspace(), call.words(), call.limit(), Deadline.in(SEARCH_TIME))
            .items()) {
      deliveries
          .ofPerson(person.key(), filter(call), null, call.limit())
          .items()
          .forEach(view -> found.add(views.json(view)));
    }
    return new DeliveryJson.DeliveriesJson(found, null);
  }

  private DeliveryJson.DeliveriesJson json(Page<DeliveryView> page) {
    return new DeliveryJson.DeliveriesJson(
        page.items().stream().map(views::json).toList(), page.next());
  }

  private DeliveryJson.DeliveryDetailJson one(Call call) {
    String token = call.request().segment("id");
    Optional<DeliveryView> view =
        tokens
            .verify(token)
            .filter(id -> id.person().workspace() == call.workspace())
            .flatMap(deliveries::one);
    return views.full(
        view.orElseThrow(
            () -> Refusal.notFound("Expected the id of a delivery, but got " + token + ".")));
  }

  private static DeliveryFilter filter(Call call) {
    Set<Metric> metrics = EnumSet.noneOf(Metric.class);
    for (String word : call.request().queryAll("state")) {
      if (!word.isEmpty()) {
        metrics.addAll(state(word).metrics());
      }
    }
    return new DeliveryFilter(metrics, call.number("campaign", 0, 0, Integer.MAX_VALUE));
  }

  private static DeliveryState state(String word) {
    for (DeliveryState state : DeliveryState.values()) {
      if (state.name().toLowerCase(Locale.ROOT).equals(word)) {
        return state;
      }
    }
    throw Refusal.invalid("Expected a known state of a delivery, but got \"" + word + "\".");
  }

  private static PersonKey key(int workspace, String text) {
    try {
      return PersonKey.parse(workspace, text);
    } catch (IllegalArgumentException _) {
      throw Refusal.invalid("Expected a cio_id of 16 hex digits, but got " + text + ".");
    }
  }
}
