package dev.beckon.api.manage.activity;

import static dev.beckon.api.manage.Endpoints.WORKSPACE;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.manage.Access;
import dev.beckon.api.manage.Call;
import dev.beckon.api.manage.Endpoints;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.query.Activities;
import dev.beckon.engine.query.ActivityFilter;
import dev.beckon.engine.query.ActivityView;
import dev.beckon.engine.query.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The log of what happens, as pages and as a live stream.
public final class ActivityEndpoints {
  private static final String TAG = "Activity";

  private final Activities activities;
  private final ActivityViews views;
  private final ActivityStream stream;

  public ActivityEndpoints(Activities activities, ActivityViews views, ActivityStream stream) {
    this.activities = activities;
    this.views = views;
    this.stream = stream;
  }

  public record ActivitiesJson(List<ActivityJson> items, @Nullable String next) {}

  public void on(Endpoints endpoints) {
    endpoints
        .get(
            WORKSPACE + "/activity",
            Access.VIEWER,
            about("What has happened", "Newest first.")
                .asks("person", "cio_id of the person")
                .asks("cursor", "`next` of the page before")
                .asks("limit", "1 to 200, 50 if absent")
                .example("{\"items\": [], \"next\": null}"),
            ActivitiesJson.class,
            this::page)
        .raw(
            Method.GET,
            WORKSPACE + "/activity/stream",
            Access.VIEWER,
            about(
                    "What is happening",
                    "Server-sent events: `activity` with its id, `skipped` with a count where more"
                        + " happens than 50 a second; a comment every 15 s. Starts from now on, or"
                        + " after `Last-Event-ID`.")
                .asks("person", "cio_id of the person")
                .as("text/event-stream")
                .gives(ActivityJson.class)
                .example("event: activity"),
            call -> stream.open(call, filter(call, person(call))))
        .get(
            WORKSPACE + "/people/{cio_id}/activity",
            Access.VIEWER,
            about("What has happened to a person", "Newest first.")
                .asks("cursor", "`next` of the page before")
                .asks("limit", "1 to 200, 50 if absent")
                .example("{\"items\": [], \"next\": null}"),
            ActivitiesJson.class,
            this::ofPerson);
  }

  private static About about(String summary, String description) {
    return About.of(TAG, summary, description)
        .asksMany("type", "any of these types")
        .asksMany("name", "any of these names")
        .asks("failed", "true: only what failed");
  }

  private ActivitiesJson page(Call call) {
    PersonKey person = person(call);
    ActivityFilter filter = filter(call, person);
    Page<ActivityView> page =
        person == null
            ? activities.ofWorkspace(call.workspace(), filter, call.cursor(), call.limit())
            : activities.ofPerson(person, filter, call.cursor(), call.limit());
    return json(call.workspace(), page);
  }

  private ActivitiesJson ofPerson(Call call) {
    PersonKey person = key(call.workspace(), call.request().segment("cio_id"));
    return json(
        call.workspace(),
        activities.ofPerson(person, filter(call, person), call.cursor(), call.limit()));
  }

  private ActivitiesJson json(int workspace, Page<ActivityView> page) {
    return new ActivitiesJson(
        page.items().stream().map(view -> views.json(workspace, view)).toList(), page.next());
  }

  private static @Nullable PersonKey person(Call call) {
    String text = call.request().query("person");
    return text == null || text.isEmpty() ? null : key(call.workspace(), text);
  }

  private static PersonKey key(int workspace, String text) {
    try {
      return PersonKey.parse(workspace, text);
    } catch (IllegalArgumentException _) {
      throw Refusal.invalid("Expected a cio_id of 16 hex digits, but got " + text + ".");
    }
  }

  private static ActivityFilter filter(Call call, @Nullable PersonKey person) {
    Set<String> types = new LinkedHashSet<>();
    for (String word : call.request().queryAll("type")) {
      if (!word.isEmpty()) {
        types.addAll(logged(word));
      }
    }
    Set<String> names = new LinkedHashSet<>(call.request().queryAll("name"));
    names.remove("");
    boolean failed = "true".equals(call.request().query("failed"));
    return new ActivityFilter(types, names, person, failed);
  }

  private static List<String> logged(String word) {
    for (ActivityType type : ActivityType.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(word)) {
        return type == ActivityType.ANONYMOUS_EVENT ? ActivityType.EVENT.logged() : type.logged();
      }
    }
    throw Refusal.invalid("Expected a known type of activity, but got \"" + word + "\".");
  }
}
