package dev.beckon.api.track;

import dev.beckon.api.http.Handler;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Response;
import dev.beckon.api.http.Route;
import dev.beckon.api.intake.Addressee;
import dev.beckon.api.json.JsonReader;
import dev.beckon.api.json.JsonWriter;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import dev.beckon.engine.query.Activities;
import dev.beckon.engine.query.ActivityFilter;
import dev.beckon.engine.query.ActivityView;
import dev.beckon.engine.query.People;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Answers a call about a person with what was applied and what was not, and why, where the caller
/// asks for it with `Beckon-Explain: 1`; everybody else gets what the protocol says.
///
/// What is said are the person's activities since the call; on a cluster they may come later.
public final class Explanations {
  private static final String HEADER = "beckon-explain";
  private static final int ACTIVITIES_MAX = 50;

  private final TrackGate gate;
  private final People people;
  private final Activities activities;
  private final InstantSource clock;

  public Explanations(TrackGate gate, People people, Activities activities, InstantSource clock) {
    this.gate = gate;
    this.people = people;
    this.activities = activities;
    this.clock = clock;
  }

  /// The same routes, explaining where they are about one person.
  public List<Route> of(List<Route> routes) {
    return routes.stream()
        .map(
            route ->
                route.path().contains("{identifier}")
                    ? route.handledBy(explained(route.handler()))
                    : route)
        .toList();
  }

  private Handler explained(Handler handler) {
    return request ->
        "1".equals(request.header(HEADER)) ? explain(request, handler) : handler.handle(request);
  }

  private Response explain(Request request, Handler handler) {
    int workspace = gate.workspaceOf(request);
    Addressee whom = Addressee.of(workspace, request.segment("identifier"));
    long since = clock.millis();
    Optional<Person> before = find(workspace, whom);
    Response response = handler.handle(request);
    if (response.status() != 200) {
      return response;
    }
    Optional<Person> after = find(workspace, whom).or(() -> said(workspace, request));
    return Response.json(200, JsonWriter.bytes(explanation(workspace, whom, since, before, after)));
  }

  private Optional<Person> find(int workspace, Addressee whom) {
    return switch (whom) {
      case Addressee.ByIdentifier(var identifier) -> people.byIdentifier(workspace, identifier);
      case Addressee.ByKey(var key) -> people.byKey(key);
      case Addressee.Nobody _ -> Optional.empty();
    };
  }

  /// Whom the body names besides.
  private Optional<Person> said(int workspace, Request request) {
    byte[] bytes = request.body();
    if (bytes.length == 0) {
      return Optional.empty();
    }
    Value.Fields body = JsonReader.DATA.fields(bytes);
    return named(
            workspace,
            body.get("email") instanceof Value.Text(var email)
                ? Identifier.email(email)
                : Identifier.email(""))
        .or(
            () ->
                named(
                    workspace,
                    body.get("id") instanceof Value.Text(var id)
                        ? Identifier.id(id)
                        : Identifier.id("")));
  }

  private Optional<Person> named(int workspace, Identifier identifier) {
    return identifier.value().isEmpty()
        ? Optional.empty()
        : people.byIdentifier(workspace, identifier);
  }

  private Value.Fields explanation(
      int workspace, Addressee whom, long since, Optional<Person> before, Optional<Person> after) {
    if (after.isEmpty()) {
      return ofNobody(workspace, whom, before);
    }
    Person person = after.get();
    boolean same = before.isPresent() && before.get().key().equals(person.key());
    long first = same ? before.get().nextNumber() : 0;
    List<Value> applied = new ArrayList<>();
    List<Value> declined = new ArrayList<>();
    for (Fact.Activity activity : since(person, first, since)) {
      boolean not = activity.type().startsWith("failed") || activity.type().startsWith("skipped");
      (not ? declined : applied).add(of(activity));
    }
    return Value.Fields.EMPTY
        .with("cio_id", Value.of(person.key().cioIdText()))
        .with("applied", new Value.Items(applied))
        .with("not_applied", new Value.Items(declined));
  }

  private Value.Fields ofNobody(int workspace, Addressee whom, Optional<Person> before) {
    if (before.isPresent()) {
      Value.Fields gone =
          Value.Fields.EMPTY
              .with("type", Value.of("profile_delete"))
              .with("data", Value.Fields.EMPTY);
      return Value.Fields.EMPTY
          .with("cio_id", Value.of(before.get().key().cioIdText()))
          .with("applied", new Value.Items(List.of(gone)))
          .with("not_applied", new Value.Items(List.of()));
    }
    boolean suppressed =
        whom instanceof Addressee.ByIdentifier(var identifier)
            && people.isSuppressed(workspace, identifier);
    String reason =
        suppressed
            ? "The identifier is suppressed."
            : "Nobody is known by the identifier, and the call creates nobody.";
    return Value.Fields.EMPTY
        .with("applied", new Value.Items(List.of()))
        .with(
            "not_applied",
            new Value.Items(List.of(Value.Fields.EMPTY.with("reason", Value.of(reason)))));
  }

  private List<Fact.Activity> since(Person person, long first, long since) {
    ActivityFilter filter = new ActivityFilter(Set.of(), Set.of(), person.key(), false);
    return activities.ofPerson(person.key(), filter, null, ACTIVITIES_MAX).items().stream()
        .map(ActivityView::activity)
        .filter(activity -> activity.number() >= first && (first > 0 || activity.at() >= since))
        .toList()
        .reversed();
  }

  private static Value of(Fact.Activity activity) {
    return Value.Fields.EMPTY
        .with("type", Value.of(activity.type()))
        .with("name", Value.of(activity.name()))
        .with("data", activity.data());
  }
}
