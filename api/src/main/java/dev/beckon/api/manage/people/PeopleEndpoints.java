package dev.beckon.api.manage.people;

import static dev.beckon.api.manage.Endpoints.WORKSPACE;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.json.Document;
import dev.beckon.api.manage.Access;
import dev.beckon.api.manage.Call;
import dev.beckon.api.manage.Conditions;
import dev.beckon.api.manage.Deadline;
import dev.beckon.api.manage.Endpoints;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Person;
import dev.beckon.core.segment.Condition;
import dev.beckon.core.value.Value;
import dev.beckon.engine.query.Deliveries;
import dev.beckon.engine.query.DeliveryFilter;
import dev.beckon.engine.query.Page;
import dev.beckon.engine.query.People;
import dev.beckon.engine.query.Preview;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Finding people, looking at one, adding, changing and removing them.
public final class PeopleEndpoints {
  private static final String TAG = "People";
  private static final Duration SEARCH_TIME = Duration.ofSeconds(2);
  private static final int DELIVERIES_COUNTED_MAX = 200;

  private final People people;
  private final Preview preview;
  private final Deliveries deliveries;
  private final PersonViews views;
  private final PersonChanges changes;
  private final Conditions conditions;
  private final InstantSource clock;

  public PeopleEndpoints(
      People people,
      Preview preview,
      Deliveries deliveries,
      PersonViews views,
      PersonChanges changes,
      Conditions conditions,
      InstantSource clock) {
    this.people = people;
    this.preview = preview;
    this.deliveries = deliveries;
    this.views = views;
    this.changes = changes;
    this.conditions = conditions;
    this.clock = clock;
  }

  /// @param total how many there are in all; null where counting would take long
  public record PeopleJson(
      List<PersonRowJson> items, @Nullable String next, @Nullable Long total) {}

  public record PeopleSearchJson(
      @Document("condition") Value when, @Nullable String cursor, @Nullable Integer limit) {}

  /// One of id and email is needed.
  public record NewPersonJson(
      @Nullable String id,
      @Nullable String email,
      @Nullable SequencedMap<String, Value> attributes) {}

  /// A null removes; `id` and `email` may be among them.
  public record PersonChangeJson(SequencedMap<String, Value> attributes) {}

  public record NewEventJson(String name, @Nullable SequencedMap<String, Value> data) {}

  /// @param activityId empty where the log cannot tell yet
  public record TrackedJson(String activityId) {}

  public void on(Endpoints endpoints) {
    everybody(endpoints);
    onePerson(endpoints);
  }

  private void everybody(Endpoints endpoints) {
    endpoints
        .get(
            WORKSPACE + "/people",
            Access.VIEWER,
            About.of(TAG, "Find people", "Newest first, or those who match the words.")
                .asks("q", "exact or start of id, e-mail, cio_id; start of a word of the name")
                .asks("cursor", "`next` of the page before")
                .asks("limit", "1 to 200, 50 if absent")
                .example("{\"items\": [], \"next\": null, \"total\": 0}"),
            PeopleJson.class,
            this::find)
        .tell(
            Method.POST,
            WORKSPACE + "/people/search",
            Access.VIEWER,
            About.of(TAG, "Find people by condition", "The same conditions as in segments.")
                .example("{\"when\": {\"attribute\": \"plan_type\", \"is\": \"trial\"}}"),
            PeopleSearchJson.class,
            PeopleJson.class,
            this::search)
        .tell(
            Method.POST,
            WORKSPACE + "/people",
            Access.EDITOR,
            About.of(TAG, "Add a person", "Somebody who has the identifier already: 409.")
                .gives(201, PersonJson.class)
                .example(
                    "{\"email\": \"ada@example.com\", \"attributes\": {\"plan_type\": \"trial\"}}"),
            NewPersonJson.class,
            PersonJson.class,
            this::create);
  }

  private void onePerson(Endpoints endpoints) {
    String person = WORKSPACE + "/people/{cio_id}";
    endpoints
        .get(
            person,
            Access.VIEWER,
            About.of(TAG, "One person", "With all attributes.").example("{}"),
            PersonJson.class,
            call -> full(get(call)))
        .tell(
            Method.PATCH,
            person,
            Access.EDITOR,
            About.of(TAG, "Change attributes", "What is refused is said with its pointer (400).")
                .example("{\"attributes\": {\"plan_type\": \"paid\", \"trial_ends\": null}}"),
            PersonChangeJson.class,
            PersonJson.class,
            this::change)
        .act(
            Method.DELETE,
            person,
            Access.EDITOR,
            About.of(TAG, "Delete a person", "With everything known of them.").example("{}"),
            call -> changes.delete(get(call).key()))
        .tell(
            Method.POST,
            person + "/events",
            Access.EDITOR,
            About.of(TAG, "Send a test event", "As if the person had done it just now.")
                .gives(202, TrackedJson.class)
                .example("{\"name\": \"app_login\", \"data\": {\"device\": \"phone\"}}"),
            NewEventJson.class,
            TrackedJson.class,
            (call, body) -> new TrackedJson(changes.track(get(call), body.name(), body.data())));
  }

  private PeopleJson find(Call call) {
    String words = call.words();
    if (words.isEmpty()) {
      Page<Person> page = people.newest(call.workspace(), call.cursor(), call.limit());
      return json(page, people.count(call.workspace()));
    }
    Page<Person> page =
        people.search(call.workspace(), words, call.limit(), Deadline.in(SEARCH_TIME));
    return json(page, null);
  }

  private PeopleJson search(Call call, PeopleSearchJson body) {
    Condition condition = conditions.read(call.workspace(), body.when());
    Integer asked = body.limit();
    int limit = asked == null ? Call.LIMIT_DEFAULT : Math.clamp(asked, 1, Call.LIMIT_MAX);
    Page<Person> page =
        preview.page(
            call.workspace(),
            condition,
            clock.millis(),
            body.cursor(),
            limit,
            Deadline.in(SEARCH_TIME));
    return json(page, null);
  }

  private PeopleJson json(Page<Person> page, @Nullable Long total) {
    return new PeopleJson(page.items().stream().map(views::row).toList(), page.next(), total);
  }

  private PersonJson create(Call call, NewPersonJson body) {
    PersonKey key = changes.create(call.workspace(), body.id(), body.email(), body.attributes());
    return full(people.byKey(key).orElseThrow());
  }

  private PersonJson change(Call call, PersonChangeJson body) {
    Person before = get(call);
    changes.change(before, body.attributes());
    return full(people.byKey(before.key()).orElse(before));
  }

  private PersonJson full(Person person) {
    int sent =
        deliveries
            .ofPerson(person.key(), DeliveryFilter.ALL, null, DELIVERIES_COUNTED_MAX)
            .items()
            .size();
    return views.full(person, sent);
  }

  private Person get(Call call) {
    return get(people, call);
  }

  /// The person in the path.
  static Person get(People people, Call call) {
    String text = call.request().segment("cio_id");
    try {
      return people
          .byKey(PersonKey.parse(call.workspace(), text))
          .orElseThrow(
              () ->
                  Refusal.notFound(
                      "Expected the cio_id of a person, but nobody has " + text + "."));
    } catch (IllegalArgumentException _) {
      throw Refusal.notFound("Expected a cio_id of 16 hex digits, but got " + text + ".");
    }
  }
}
