package dev.beckon.api.track;

import dev.beckon.api.http.Handler;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Response;
import dev.beckon.api.http.Route;
import dev.beckon.api.intake.Addressee;
import dev.beckon.api.json.JsonReader;
import dev.beckon.api.json.JsonWriter;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.person.Attribute;
import dev.beckon.core.person.Identifiers;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import dev.beckon.engine.query.MergePreview;
import dev.beckon.engine.query.People;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers a merge with what it does, where the caller asks for it: `Beckon-Explain: 1` merges and
/// tells, `Beckon-Explain: preview` tells what would happen and merges nobody.
public final class MergeExplanations {
  private static final String HEADER = "beckon-explain";

  private final TrackGate gate;
  private final People people;
  private final MergePreview preview;
  private final InstantSource clock;

  public MergeExplanations(
      TrackGate gate, People people, MergePreview preview, InstantSource clock) {
    this.gate = gate;
    this.people = people;
    this.preview = preview;
    this.clock = clock;
  }

  /// The same routes, where merges are explained.
  public List<Route> of(List<Route> routes) {
    return routes.stream()
        .map(
            route ->
                route.path().endsWith("/merge_customers")
                    ? route.handledBy(explained(route.handler()))
                    : route)
        .toList();
  }

  private Handler explained(Handler handler) {
    return request -> {
      String wish = request.header(HEADER);
      if ("preview".equals(wish)) {
        return Response.json(200, JsonWriter.bytes(explanation(request)));
      }
      if (!"1".equals(wish)) {
        return handler.handle(request);
      }
      Value.Fields explanation = explanation(request);
      Response response = handler.handle(request);
      return response.status() == 200
          ? Response.json(200, JsonWriter.bytes(explanation))
          : response;
    };
  }

  private Value.Fields explanation(Request request) {
    int workspace = gate.workspaceOf(request);
    Value.Fields body = JsonReader.DATA.fields(request.body());
    Optional<PersonKey> primary = key(workspace, IdentityEndpoint.side(workspace, body, "primary"));
    Optional<PersonKey> secondary =
        key(workspace, IdentityEndpoint.side(workspace, body, "secondary"));
    if (primary.isEmpty() || secondary.isEmpty()) {
      return declined(
          "There is no " + (primary.isEmpty() ? "primary" : "secondary") + " person of that name.");
    }
    return preview
        .of(primary.get(), secondary.get(), clock.millis())
        .map(MergeExplanations::of)
        .orElseGet(() -> declined("The two are the same person already."));
  }

  private Optional<PersonKey> key(int workspace, Addressee whom) {
    return switch (whom) {
      case Addressee.ByIdentifier(var identifier) ->
          people.byIdentifier(workspace, identifier).map(Person::key);
      case Addressee.ByKey(var key) -> people.byKey(key).map(Person::key);
      case Addressee.Nobody _ -> Optional.empty();
    };
  }

  private static Value.Fields declined(String reason) {
    return Value.Fields.EMPTY.with(
        "not_applied",
        new Value.Items(List.of(Value.Fields.EMPTY.with("reason", Value.of(reason)))));
  }

  private static Value.Fields of(MergePreview.Outcome outcome) {
    Person before = outcome.primary();
    Person other = outcome.secondary();
    Person after = outcome.decision().person();
    return Value.Fields.EMPTY
        .with("primary", Value.of(before.key().cioIdText()))
        .with("secondary", Value.of(other.key().cioIdText()))
        .with("identifiers_taken", identifiers(before, other, after, true))
        .with("identifiers_freed", identifiers(before, other, after, false))
        .with("attributes_filled", attributes(before, other, true))
        .with("attributes_kept", attributes(before, other, false))
        .with("devices", Value.of(after.profile().devices().size()))
        .with("journeys_continued", journeys(outcome, false))
        .with("journeys_ended", journeys(outcome, true))
        .with("segments_entered", segments(outcome));
  }

  private static Value identifiers(Person before, Person other, Person after, boolean taken) {
    Value.Fields listed = Value.Fields.EMPTY;
    for (IdentifierKind kind : IdentifierKind.values()) {
      Identifiers.Held theirs = other.profile().identifiers().held(kind);
      Identifiers.Held own = before.profile().identifiers().held(kind);
      Identifiers.Held then = after.profile().identifiers().held(kind);
      boolean moves =
          theirs != null && own == null && then != null && then.value().equals(theirs.value());
      if (theirs != null && moves == taken) {
        listed = listed.with(kind.word(), Value.of(theirs.value()));
      }
    }
    return listed;
  }

  private static Value attributes(Person before, Person other, boolean filled) {
    List<Value> names = new ArrayList<>();
    for (Map.Entry<String, Attribute> entry : other.profile().attributes().entrySet()) {
      Value own = before.profile().attribute(entry.getKey());
      boolean differs = own != null && !own.equals(entry.getValue().value());
      if (!entry.getValue().isRemoved() && (filled ? own == null : differs)) {
        names.add(Value.of(entry.getKey()));
      }
    }
    return new Value.Items(names);
  }

  private static Value journeys(MergePreview.Outcome outcome, boolean ended) {
    long over = outcome.decision().facts().stream().filter(Fact.Ended.class::isInstance).count();
    return Value.of(ended ? over : outcome.secondary().course().journeys().size() - over);
  }

  private static Value segments(MergePreview.Outcome outcome) {
    return Value.of(
        outcome.decision().facts().stream()
            .filter(
                fact ->
                    fact instanceof Fact.Counted counted
                        && counted.subject() == Fact.Subject.SEGMENT
                        && counted.metric().equals("entered"))
            .count());
  }
}
