package dev.beckon.api.app;

import dev.beckon.api.http.Request;
import dev.beckon.core.delivery.Channel;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.event.EventType;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.person.Person;
import dev.beckon.delivery.tracking.DeliveryToken;
import dev.beckon.engine.query.Activities;
import dev.beckon.engine.query.ActivityFilter;
import dev.beckon.engine.query.ActivityView;
import dev.beckon.engine.query.Page;
import dev.beckon.engine.query.Queries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Pages of the activity log as the App API shows them, newest first.
final class ActivityFeed {
  private final Activities activities;
  private final Lookup lookup;
  private final DeliveryToken tokens;

  ActivityFeed(Queries queries, Lookup lookup, DeliveryToken tokens) {
    this.activities = new Activities(queries);
    this.lookup = lookup;
    this.tokens = tokens;
  }

  record Listed(List<AppActivity> activities, String next) {}

  Listed ofPerson(Person person, Request request) {
    return show(
        asked(request)
            .read(
                (start, limit) ->
                    activities.ofPerson(person.key(), filter(request, null), start, limit)));
  }

  /// All that happened in a workspace, or to the person in `?customer_id=`.
  Listed ofWorkspace(int workspace, Request request) {
    String name = request.query("customer_id");
    PersonKey key = null;
    if (name != null && !name.isEmpty()) {
      Optional<Person> person = lookup.find(workspace, name, request.query("id_type"));
      if (person.isEmpty()) {
        return new Listed(List.of(), "");
      }
      key = person.get().key();
    }
    ActivityFilter filter = filter(request, key);
    return show(
        asked(request)
            .read((start, limit) -> activities.ofWorkspace(workspace, filter, start, limit)));
  }

  private static Asked asked(Request request) {
    return Asked.of(request, Asked.ACTIVITIES_LIMIT, Asked.ACTIVITIES_LIMIT_MAX);
  }

  private static ActivityFilter filter(Request request, @Nullable PersonKey person) {
    return new ActivityFilter(words(request, "type"), words(request, "name"), person, false);
  }

  private static Set<String> words(Request request, String parameter) {
    String word = request.query(parameter);
    return word == null || word.isEmpty() ? Set.of() : Set.of(word);
  }

  private Listed show(Page<ActivityView> page) {
    Map<PersonKey, AppNames> names = new HashMap<>();
    List<AppActivity> items =
        page.items().stream()
            .map(
                view -> {
                  PersonKey key = view.person();
                  return show(view, key == null ? null : names.computeIfAbsent(key, this::namesOf));
                })
            .toList();
    return new Listed(items, Asked.next(page));
  }

  private AppNames namesOf(PersonKey key) {
    return lookup.byKey(key).map(AppNames::of).orElseGet(() -> AppNames.gone(key));
  }

  private AppActivity show(ActivityView view, @Nullable AppNames names) {
    Fact.Activity activity = view.activity();
    String name = activity.name().isEmpty() ? null : activity.name();
    String id = names == null ? null : names.id();
    String delivery = delivery(view.person(), activity.delivery());
    return new AppActivity(
        view.id().text(),
        activity.type(),
        name,
        activity.type().equals(EventType.PAGE.word()) ? name : null,
        AppTime.seconds(activity.timestamp()),
        id == null ? "" : id,
        names,
        delivery,
        delivery == null ? null : Channel.EMAIL.word(),
        activity.data());
  }

  private @Nullable String delivery(@Nullable PersonKey person, long number) {
    return person == null || number == 0 ? null : tokens.of(new DeliveryId(person, number));
  }
}
